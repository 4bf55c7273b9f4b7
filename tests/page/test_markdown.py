"""Markdown as it is read."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import ShowApp

TEXT = """
    # Title

    **Bold**, *slanted*, `code` and a [link](https://example.org/?a=1&b=2).

    1. one
    2. two

    - [x] done
    - [ ] to do

    | a | b |
    |---|---|
    | 1 | 2 |

    ```python
    print("<b>")
    ```

    ![a dot](data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=)
"""


def test_it_shows_headings_lists_tables_code_and_pictures(show: ShowApp):
    """Everything of the common kinds of Markdown is there, by its role."""
    with gr.Blocks() as demo:
        gr.Markdown(TEXT)
    page = show(demo)
    expect(page.get_by_role("heading", name="Title", level=1)).to_be_visible()
    expect(page.locator("strong")).to_have_text("Bold")
    expect(page.locator("em")).to_have_text("slanted")
    expect(page.get_by_role("listitem")).to_have_text(["one", "two", "done", "to do"])
    expect(page.get_by_role("checkbox", checked=True)).to_be_disabled()
    expect(page.get_by_role("cell", name="2")).to_be_visible()
    expect(page.locator("pre")).to_have_text('print("<b>")\n')
    expect(page.get_by_role("img", name="a dot")).to_be_visible()


def test_links_keep_their_address(show: ShowApp):
    """A link leads where it was written to, and tells the place nothing of us."""
    with gr.Blocks() as demo:
        gr.Markdown(TEXT)
    link = show(demo).get_by_role("link", name="link", exact=True)
    expect(link).to_have_attribute("href", "https://example.org/?a=1&b=2")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_a_picture_from_elsewhere_gives_way_to_its_description(show: ShowApp):
    """The page asks no other computer for anything."""
    with gr.Blocks() as demo:
        gr.Markdown(
            "![our house](https://example.org/house.png) <img src='//example.org/x' srcset='//example.org/y 2x'>"
        )
    page = show(demo)
    expect(page.get_by_text("our house")).to_be_visible()
    expect(page.locator("img")).to_have_count(0)


def test_its_label_and_frame_are_shown_on_request(show: ShowApp):
    """A label is shown with `show_label`, in the frame that `container` draws."""
    with gr.Blocks() as demo:
        gr.Markdown("plain", label="Hidden", elem_id="plain")
        gr.Markdown("framed", label="Notes", show_label=True, container=True, elem_id="framed")
    page = show(demo)
    expect(page.get_by_text("Hidden")).to_be_hidden()
    expect(page.get_by_text("Notes")).to_be_visible()
    expect(page.locator("#plain")).to_have_css("border-top-width", "0px")
    expect(page.locator("#framed")).to_have_css("border-top-width", "1px")


def test_a_handler_replaces_its_text(show: ShowApp):
    """The new text takes the place of the old; None shows nothing."""
    with gr.Blocks() as demo:
        text = gr.Markdown("*old*")
        gr.Button("New").click(lambda: "**new**", outputs=text)
        gr.Button("None").click(lambda: None, outputs=text)
    page = show(demo)
    page.get_by_role("button", name="New").click()
    expect(page.locator("strong")).to_have_text("new")
    expect(page.get_by_text("old")).to_have_count(0)
    page.get_by_role("button", name="None").click()
    expect(page.locator("strong")).to_have_count(0)


def test_its_text_can_be_selected(show: ShowApp):
    """What is there to be read can be copied; labels and buttons are not selected along with it."""
    with gr.Blocks() as demo:
        gr.Markdown("to be read")
        gr.Button("Go")
    page = show(demo)
    page.keyboard.press("Control+A")
    assert page.evaluate("getSelection().toString().trim()") == "to be read"
