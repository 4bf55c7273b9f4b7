"""ClearButton as a person uses it."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import ShowApp


def test_one_press_empties_what_was_entered(show: ShowApp):
    """Fields are empty and boxes unticked, also those that are out of their limits."""
    with gr.Blocks() as demo:
        text, number = gr.Textbox(label="Text"), gr.Number(label="Number", maximum=5)
        group = gr.CheckboxGroup(["a", "b"], label="Group")
        text.submit(lambda *values: None, [text, number, group])
        gr.ClearButton([text, number, group])
    page = show(demo)
    page.get_by_label("Text").fill("something")
    page.get_by_label("Number").fill("9")
    page.get_by_label("b", exact=True).check()
    page.get_by_role("button", name="Clear").press("Enter")
    expect(page.get_by_label("Text")).to_have_value("")
    expect(page.get_by_label("Number")).to_have_value("")
    expect(page.get_by_label("b", exact=True)).not_to_be_checked()
