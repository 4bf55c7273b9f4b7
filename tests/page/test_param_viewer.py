"""ParamViewer as a person reads it."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import ShowApp

PARAMS = {
    "name": {"type": "str", "description": "Who, see **Person**.", "default": '"Ada"'},
    "<b>age</b>": {"type": "int | None", "description": "<script>no</script>In years, see Person"},
}


def test_each_opens_by_mouse_and_keyboard(show: ShowApp):
    """Names and types are there at once, what it is for and its default when it is opened."""
    with gr.Blocks() as demo:
        gr.ParamViewer(PARAMS)
    page = show(demo)
    expect(page.get_by_text("Parameters")).to_be_visible()
    expect(page.get_by_text("name: str")).to_be_visible()
    expect(page.get_by_text("<b>age</b>: int | None")).to_be_visible()
    expect(page.get_by_text('= "Ada"')).to_be_hidden()
    page.get_by_text("name: str").click()
    expect(page.get_by_text('= "Ada"')).to_be_visible()
    expect(page.locator("strong", has_text="Person")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text('= "Ada"')).to_be_hidden()


def test_all_can_be_opened_and_closed(show: ShowApp):
    """One button does, and says which; without a header it is not there."""
    with gr.Blocks() as demo:
        gr.ParamViewer(PARAMS, header="Arguments")
        gr.ParamViewer(PARAMS, header=None)
    page = show(demo)
    expect(page.get_by_text("Arguments")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(1)
    page.get_by_role("button", name="Open all").click()
    expect(page.locator("details[open]")).to_have_count(2)
    page.get_by_role("button", name="Close all").click()
    expect(page.locator("details[open]")).to_have_count(0)


def test_names_are_links_to_what_goes_by_them(show: ShowApp):
    """A click brings it into view; other words that have the name in them are no links."""
    with gr.Blocks() as demo:
        gr.ParamViewer({"x": {"type": "Person", "description": "A Person, no Personage"}}, linkify=["Person"])
        gr.Textbox(lines=60, label="Between")
        gr.Textbox(label="Target", elem_id="h-person")
    page = show(demo)
    expect(page.get_by_label("Target")).not_to_be_in_viewport()
    page.get_by_text("x", exact=True).click()
    expect(page.get_by_role("link")).to_have_count(1)
    page.get_by_role("link", name="Person").click()
    expect(page.get_by_label("Target")).to_be_in_viewport()


def test_each_can_have_a_link_to_it(show: ShowApp):
    """It opens the parameter; a prefix tells those of two viewers apart."""
    with gr.Blocks() as demo:
        gr.ParamViewer(PARAMS, anchor_links=True)
        gr.ParamViewer(PARAMS, anchor_links="other", language="typescript", max_height=40)
    page = show(demo)
    page.get_by_role("link", name="Link to name").last.click()
    expect(page.locator("#param-other-name")).to_have_attribute("open", "")
    expect(page.locator("#param-name")).not_to_have_attribute("open", "")
    expect(page.get_by_text("name?: str")).to_be_visible()


def test_it_follows_a_handler(show: ShowApp):
    """What is open stays open; None empties it."""
    with gr.Blocks() as demo:
        viewer = gr.ParamViewer(PARAMS)
        gr.Button("More").click(lambda: {**PARAMS, "more": {"type": "int"}}, outputs=viewer)
        gr.Button("Nothing").click(lambda: None, outputs=viewer)
    page = show(demo)
    page.get_by_text("name: str").click()
    page.get_by_role("button", name="More").click()
    expect(page.get_by_text("more: int")).to_be_visible()
    expect(page.locator("details[open]")).to_have_count(1)
    page.get_by_role("button", name="Nothing").click()
    expect(page.locator("details")).to_have_count(0)
