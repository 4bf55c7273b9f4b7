"""Blocks at the side of the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def edges(page: Page, text: str) -> tuple[float, float]:
    """Where a field begins and ends from side to side."""
    box = page.get_by_label(text).bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


def panel_edges(page: Page, name: str) -> tuple[float, float]:
    """Where a sidebar begins and ends."""
    panel = page.get_by_role("complementary", name=name)
    page.wait_for_function("(panel) => panel.getAnimations().length === 0", arg=panel.element_handle())
    box = panel.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


def test_its_button_opens_and_closes_it(show: ShowApp):
    """By the pointer and by the keyboard; what is in it cannot be reached while it is closed."""
    with gr.Blocks() as demo:
        with gr.Sidebar("Settings"):
            gr.Textbox(label="Seed")
        gr.Textbox(label="Prompt")
    page = show(demo)
    toggle = page.get_by_role("button", name="Toggle sidebar Settings")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text("Settings")).to_be_visible()
    page.get_by_label("Seed").fill("7")
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_label("Seed")).to_be_hidden()
    toggle.press("Tab")
    expect(page.get_by_label("Prompt")).to_be_focused()
    toggle.press("Enter")
    expect(page.get_by_label("Seed")).to_be_visible()
    expect(page.get_by_label("Seed")).to_have_value("7")


@pytest.mark.parametrize("position", ["left", "right"])
@pytest.mark.parametrize(("width", "pixels"), [(240, 240), ("25%", 300), (100.5, 100.5)])
def test_the_rest_stands_beside_it(show: ShowApp, position: str, width: int | float | str, pixels: float):
    """At either side and of any width; it takes no place where it was declared."""
    with gr.Blocks(fill_width=True) as demo, gr.Row():
        with gr.Sidebar("Side", position=position, width=width):
            gr.Textbox(label="Seed")
        gr.Textbox(label="Prompt")
    page = show(demo, viewport={"width": 1200, "height": 700})
    left, right = panel_edges(page, "Side")
    assert right - left == pytest.approx(pixels, abs=1)
    assert (left if position == "left" else 1200 - right) == pytest.approx(0, abs=1)
    begin, end = edges(page, "Prompt")
    assert begin >= right if position == "left" else end <= left
    page.get_by_role("button", name="Toggle sidebar").click()
    page.wait_for_function(
        "([box, width]) => box.clientWidth > width",
        arg=[page.get_by_label("Prompt").element_handle(), end - begin + pixels - 120],
    )


def test_there_may_be_one_at_each_side(show: ShowApp):
    """Each with a button of its own."""
    with gr.Blocks() as demo:
        with gr.Sidebar("One", width=200):
            gr.Textbox(label="A")
        with gr.Sidebar("Two", position="right", width=200, open=False):
            gr.Textbox(label="B")
        gr.Textbox(label="Middle")
    page = show(demo)
    expect(page.get_by_label("A", exact=True)).to_be_visible()
    expect(page.get_by_label("B", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Toggle sidebar Two").click()
    begin, end = edges(page, "Middle")
    assert panel_edges(page, "One")[1] <= begin < end <= panel_edges(page, "Two")[0]


def test_opening_and_closing_is_told(run: RunApp):
    """`expand` and `collapse`, whether the user or a handler does it; the start tells nothing."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        side = gr.Sidebar("Side")
        with side:
            gr.Textbox(label="Seed")
        side.expand(lambda: heard.append("expand"))
        side.collapse(lambda: heard.append("collapse"))
        gr.Button("Open it").click(lambda: gr.Sidebar(open=True), outputs=side)
        gr.Button("Close it").click(lambda: gr.Sidebar(open=False), outputs=side)
    app = run(demo)
    page = app.open_window()
    app.settle()
    assert heard == []
    for name in ("Toggle sidebar", "Toggle sidebar", "Close it", "Close it", "Open it"):
        page.get_by_role("button", name=name).click()
        app.settle()
    assert heard == ["collapse", "expand", "collapse", "expand"]


def test_a_handler_changes_it(show: ShowApp):
    """Label, width, position; without visibility it leaves no place behind."""
    with gr.Blocks(fill_width=True) as demo:
        with gr.Sidebar("Side", width=200) as side:
            gr.Textbox(label="Seed")
        gr.Textbox(label="Prompt")
        gr.Button("Change").click(lambda: gr.Sidebar("Other", width=300, position="right"), outputs=side)
        gr.Button("Hide").click(lambda: gr.Sidebar(visible=False), outputs=side)
    page = show(demo, viewport={"width": 1200, "height": 700})
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_role("complementary", name="Other")).to_be_visible()
    assert panel_edges(page, "Other") == pytest.approx((900, 1200), abs=1)
    assert edges(page, "Prompt")[1] <= 900
    page.get_by_role("button", name="Hide").click()
    expect(page.get_by_role("button", name="Toggle sidebar")).to_have_count(0)
    page.wait_for_function("document.getElementById('app').clientWidth - 1200 === 0")
    expect(page.locator("#app")).to_have_css("padding-right", "0px")


def test_one_in_a_tab_makes_room_only_there(show: ShowApp):
    """What is not shown takes no place."""
    with gr.Blocks() as demo:
        with gr.Tab("With"), gr.Sidebar(width=200):
            gr.Textbox(label="Seed")
        with gr.Tab("Without"):
            gr.Textbox(label="Prompt")
    page = show(demo)
    expect(page.locator("#app")).to_have_css("padding-left", "200px")
    page.get_by_role("tab", name="Without").click()
    expect(page.locator("#app")).to_have_css("padding-left", "0px")


def test_in_a_narrow_window_it_lies_over_the_rest(show: ShowApp):
    """Escape closes it and goes back to its button; nothing scrolls sideways."""
    with gr.Blocks() as demo:
        with gr.Sidebar("w" * 80):
            gr.Textbox(label="Seed")
        gr.Textbox(label="Prompt")
    page = show(demo, viewport={"width": 320, "height": 600})
    left, right = panel_edges(page, "www")
    assert (left, right) == pytest.approx((0, 272), abs=1)
    assert edges(page, "Prompt")[0] < right
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_label("Seed").press("Escape")
    expect(page.get_by_label("Seed")).to_be_hidden()
    expect(page.get_by_role("button", name="Toggle sidebar")).to_be_focused()
