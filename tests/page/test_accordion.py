"""Blocks below a heading that opens and closes them."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def test_its_heading_opens_and_closes_it(show: ShowApp):
    """It is a button that tells whether it is open; by the pointer and by the keyboard."""
    with gr.Blocks() as demo, gr.Accordion("More", open=False):
        gr.Textbox(label="Box")
    page = show(demo)
    heading = page.get_by_role("button", name="More")
    expect(heading).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_label("Box")).to_be_hidden()
    heading.click()
    expect(heading).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_label("Box")).to_be_visible()
    heading.press("Enter")
    expect(page.get_by_label("Box")).to_be_hidden()
    heading.press("Space")
    expect(page.get_by_label("Box")).to_be_visible()


def test_it_is_open_unless_told(show: ShowApp):
    """What is in it is there at the start, and what the user typed stays when it is closed and opened."""
    with gr.Blocks() as demo, gr.Accordion("More"):
        gr.Textbox(label="Box")
    page = show(demo)
    page.get_by_label("Box").fill("typed")
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="More").click()
    expect(page.get_by_label("Box")).to_have_value("typed")


def test_a_box_that_grows_has_its_height_when_it_is_opened(show: ShowApp):
    """What was written while it was closed is all to be seen."""
    with gr.Blocks() as demo:
        with gr.Accordion("More", open=False):
            box = gr.Textbox(label="Box", max_lines=5)
        gr.Button("Write").click(lambda: "1\n2\n3", outputs=box)
    page = show(demo)
    page.get_by_role("button", name="Write").click()
    expect(page.get_by_label("Box")).to_have_value("1\n2\n3")
    page.get_by_role("button", name="More").click()
    page.wait_for_function("(box) => box.clientHeight > 50", arg=page.get_by_label("Box").element_handle())


def test_opening_and_closing_is_told(run: RunApp):
    """`expand` and `collapse`, whether the user or a handler does it; the start tells nothing, nor what is so."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        more = gr.Accordion("More")
        more.expand(lambda: heard.append("expand"))
        more.collapse(lambda: heard.append("collapse"))
        gr.Button("Open it").click(lambda: gr.Accordion(open=True), outputs=more)
        gr.Button("Close it").click(lambda: gr.Accordion(open=False), outputs=more)
    app = run(demo)
    page = app.open_window()
    app.settle()
    assert heard == []
    page.get_by_role("button", name="More").click()
    app.settle()
    page.get_by_role("button", name="More").click()
    app.settle()
    assert heard == ["collapse", "expand"]
    for name in ("Open it", "Close it", "Close it", "Open it"):
        page.get_by_role("button", name=name).click()
        app.settle()
    assert heard == ["collapse", "expand", "collapse", "expand"]


def test_a_handler_opens_what_the_user_has_closed(show: ShowApp):
    """`open` takes effect whatever a handler said before; `label` and `visible` follow as well."""
    with gr.Blocks() as demo:
        with gr.Accordion("More") as more:
            gr.Markdown("text")
        gr.Button("Open").click(lambda: gr.Accordion("Less", open=True), outputs=more)
        gr.Button("Hide").click(lambda: gr.Accordion(visible=False), outputs=more)
    page = show(demo)
    page.get_by_role("button", name="Open").click()
    for _ in range(2):
        page.get_by_role("button", name="Less").click()
        expect(page.get_by_text("text")).to_be_hidden()
        page.get_by_role("button", name="Open").click()
        expect(page.get_by_text("text")).to_be_visible()
    page.get_by_role("button", name="Hide").click()
    expect(page.get_by_role("button", name="Less")).to_have_count(0)


def test_without_a_label_it_still_has_a_name(show: ShowApp):
    """A screen reader says what the button does."""
    with gr.Blocks() as demo, gr.Accordion(open=False):
        gr.Markdown("text")
    page = show(demo)
    page.get_by_role("button", name="Details").click()
    expect(page.get_by_text("text")).to_be_visible()
