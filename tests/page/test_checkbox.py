"""Checkbox as a person uses it."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def test_it_goes_by_its_label(show: ShowApp):
    """Label and help can be read; a label that is not shown still names it."""
    with gr.Blocks() as demo:
        gr.Checkbox(True, label="I agree", info="To everything")
        gr.Checkbox(label="Unseen", show_label=False)
    page = show(demo)
    box = page.get_by_role("checkbox", name="I agree")
    expect(box).to_be_checked()
    expect(box).to_have_accessible_description("To everything")
    expect(page.get_by_label("Unseen")).not_to_be_checked()
    size = page.get_by_text("Unseen").bounding_box()
    assert size is not None
    assert size["width"] <= 1


def test_mouse_and_keyboard_tick_it(run: RunApp):
    """A click on its text or on itself and the space bar do; handlers get a bool, and `select` tells which it was."""
    heard: list[object] = []

    def note(ticked: bool, event: gr.SelectData) -> None:
        heard.append((ticked, event.value, event.selected))

    with gr.Blocks() as demo:
        box = gr.Checkbox(label="Box")
        box.select(note, box)
        box.input(heard.append, box)
        box.change(heard.append, box)
    app = run(demo)
    page = app.open_window()
    page.get_by_text("Box").click()
    app.settle()
    assert sorted(heard, key=str) == [(True, "Box", True), True, True]
    heard.clear()
    page.get_by_label("Box").press("Space")
    app.settle()
    assert sorted(heard, key=str) == [(False, "Box", False), False, False]


def test_a_handler_changes_it(show: ShowApp):
    """Value, label and whether it can be used follow a handler."""
    with gr.Blocks() as demo:
        box = gr.Checkbox(label="Box", interactive=True)
        gr.Button("Go").click(lambda: gr.Checkbox(value=True, label="Other", info=None, interactive=False), outputs=box)
    page = show(demo)
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_label("Other")).to_be_checked()
    expect(page.get_by_label("Other")).to_be_disabled()
    page.get_by_text("Other").click(force=True)
    expect(page.get_by_label("Other")).to_be_checked()


def test_its_buttons_stand_beside_it(show: ShowApp):
    """They work as everywhere."""
    with gr.Blocks() as demo:
        again = gr.Button("Again", render=False)
        box = gr.Checkbox(label="Box", buttons=[again])
        gr.Markdown("end")
        again.click(lambda: True, outputs=box)
    page = show(demo)
    page.get_by_role("button", name="Again").click()
    expect(page.get_by_label("Box")).to_be_checked()
