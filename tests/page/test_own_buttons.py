"""Buttons of the author's in the heads of components."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from tests.headless.test_own_buttons import KINDS
from tests.page.conftest import RunApp, ShowApp


def test_they_are_pressed_by_mouse_and_keyboard(run: RunApp):
    """In each component that takes them, whether or not the user can change it."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        for name, kind in KINDS.items():
            button = gr.Button(f"Mine {name}")
            button.click(lambda name=name: heard.append(name))
            kind(elem_id=name, label=name, buttons=[button])
    app = run(demo)
    page = app.open_window()
    for name in KINDS:
        mine = page.locator(f"#{name}").get_by_role("button", name=f"Mine {name}", exact=True)
        mine.click()
        app.settle()
        mine.press("Enter")
        app.settle()
    assert heard == [name for name in KINDS for _ in range(2)]


@pytest.mark.parametrize("options", [{"label": "Name"}, {}, {"label": "Name", "show_label": False}])
def test_they_stand_above_the_field(show: ShowApp, options):
    """At its end, beside the label if there is one to be seen."""
    with gr.Blocks() as demo:
        gr.Textbox(buttons=["copy", gr.Button("Mine", render=False)], elem_id="box", **options)
    page = show(demo)
    page.get_by_role("button", name="Copy").click()  # stands still
    mine, box = page.get_by_role("button", name="Mine").bounding_box(), page.locator("#box").bounding_box()
    assert mine["y"] + mine["height"] <= page.locator("#box textarea").bounding_box()["y"]
    assert abs(mine["x"] + mine["width"] - box["x"] - box["width"]) <= 2


def test_a_handler_shows_and_hides_one(show: ShowApp):
    """It comes back to its place."""
    with gr.Blocks() as demo:
        mine = gr.Button("Mine", render=False)
        gr.Number(label="Age", buttons=[mine])
        gr.Button("Hide").click(lambda: gr.Button(visible=False), None, mine)
        gr.Button("Show").click(lambda: gr.Button("Yours", visible=True), None, mine)
    page = show(demo)
    page.get_by_role("button", name="Hide").click()
    expect(page.get_by_role("button", name="Mine")).to_have_count(0)
    page.get_by_role("button", name="Show").click()
    expect(page.locator("[data-kind=number]").get_by_role("button", name="Yours")).to_be_visible()
