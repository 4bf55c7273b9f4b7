"""A megabyte of text in the components that show text: the window stays usable."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import ShowApp

WORDS = "lorem ipsum dolor sit amet " * 40_000  # 1.08 MB on one line
LINES = "lorem ipsum dolor sit amet\n" * 40_000
ROWS = json.dumps([{"id": number, "text": "lorem ipsum"} for number in range(25_000)])
PARTS = [("lorem ipsum dolor sit amet ", "latin" if number % 100 == 0 else None) for number in range(40_000)]


@pytest.mark.parametrize(
    ("component", "value", "shown"),
    [
        (gr.Textbox, WORDS, "textarea"),
        (gr.TextArea, LINES, "textarea"),
        (gr.Markdown, LINES, "p"),
        (gr.Code, LINES, ".cm-content"),
        (gr.JSON, ROWS, "[role=tree], .json-content"),
        (gr.HTML, f"<p>{WORDS}</p>", "p"),
        (gr.Label, WORDS, ".label-heading"),
        (gr.HighlightedText, PARTS, ".highlighted-text"),
    ],
)
def test_everything_else_still_works(show: ShowApp, component, value, shown):
    """It is shown, and what the user does next has its effect within the time that every test has."""
    with gr.Blocks() as demo:
        name, out = gr.Textbox(label="Name"), gr.Textbox(label="Out")
        greet = gr.Button("Greet")
        large = component(label="Large", elem_id="large")
        greet.click(lambda name: f"Hello, {name}!", name, out)
        gr.Button("Fill").click(lambda: value, None, large)
        gr.Button("Length").click(lambda value: str(len(str(value)) > 900_000), large, out)
    page = show(demo)
    page.get_by_role("button", name="Fill").click()
    expect(page.locator("#large").locator(shown).first).not_to_be_empty()
    page.get_by_label("Name").fill("Ada")
    page.get_by_role("button", name="Greet").click()
    expect(page.get_by_label("Out")).to_have_value("Hello, Ada!")
    page.get_by_role("button", name="Length").click()
    expect(page.get_by_label("Out")).to_have_value("True")


def test_a_megabyte_can_be_edited(show: ShowApp):
    """What is typed into it comes to the handler with all the rest."""
    with gr.Blocks() as demo:
        box, code = gr.Textbox(WORDS, label="Box", lines=5), gr.Code(LINES, label="Code", interactive=True)
        out = gr.Textbox(label="Out")
        gr.Button("Ask").click(
            lambda box, code: f"{box[-4:]} {len(box) - len(WORDS)} {code[:2]} {len(code) - len(LINES)}",
            [box, code],
            out,
        )
    page = show(demo)
    page.get_by_label("Box").press("Control+End")
    page.keyboard.type("end")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("X")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_label("Out")).to_have_value(" end 3 Xl 0")  # code has lost the end of its last line
