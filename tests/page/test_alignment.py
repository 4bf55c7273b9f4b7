"""What stands side by side stands in line, whatever the width."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from tests.page.conftest import ShowApp

NARROW = {"viewport": {"width": 320, "height": 640}}
# The box of the text of each of these labels.
BOXES = """(names) => {
  const boxes = {};
  const look = (node) => {
    for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) {
      if (child instanceof Text && names.includes(child.data.trim())) {
        const range = document.createRange();
        range.selectNodeContents(child);
        if (range.getBoundingClientRect().width > 1) boxes[child.data.trim()] ??= range.getBoundingClientRect();
      }
      look(child);
    }
  };
  look(document.body);
  return boxes;
}"""


def boxes(page: Page, names: list[str]) -> dict[str, dict[str, float]]:
    """Where the words are that are shown first, by the words."""
    found: dict[str, dict[str, float]] = page.evaluate(BOXES, names)
    assert set(found) == set(names)
    return found


def test_the_labels_of_a_row_are_at_one_height(show: ShowApp):
    """Those of fields, and those of what is framed, with buttons beside the label or without."""
    fields = [gr.Textbox, gr.Number, gr.Slider, gr.CheckboxGroup, gr.Radio, gr.Dropdown, gr.ColorPicker, gr.DateTime]
    framed = [gr.Label, gr.JSON, gr.HighlightedText, gr.Markdown, gr.HTML]
    values = {gr.JSON: {"x": 1}, gr.HighlightedText: [("x", None)]}
    with gr.Blocks(fill_width=True) as demo:
        with gr.Row():
            for kind in fields:
                kind(label=kind.__name__)
            gr.Code(label="Code")
        with gr.Row():
            for kind in framed:
                more = {"buttons": ["copy"]} if kind in (gr.JSON, gr.Markdown) else {}
                kind(values.get(kind, "x"), label=kind.__name__, show_label=True, container=True, **more)
            gr.JSON({"x": 1}, label="Alone", buttons=[])
    page = show(demo, viewport={"width": 2400, "height": 720})
    for names in ([kind.__name__ for kind in fields] + ["Code"], [kind.__name__ for kind in framed] + ["Alone"]):
        tops = {name: round(box["top"], 1) for name, box in boxes(page, names).items()}
        assert max(tops.values()) - min(tops.values()) < 1, tops


def test_what_takes_off_all_choices_stays_beside_the_arrow(show: ShowApp):
    """Where the chosen ones fit on a line it is on that line, and else on the first one."""
    with gr.Blocks() as demo, gr.Row():
        gr.Dropdown(["Sweet", "Salty"], value=["Sweet", "Salty"], multiselect=True, label="Two")
        gr.Dropdown(["Sweet"], label="One")
    page = show(demo, viewport={"width": 620, "height": 400})
    several, single = page.locator(".dropdown").first.bounding_box(), page.locator(".dropdown").last.bounding_box()
    cross = page.get_by_role("button", name="Remove all").bounding_box()
    assert several["height"] == single["height"]
    assert abs(cross["y"] + cross["height"] / 2 - (single["y"] + single["height"] / 2)) <= 1
    page.set_viewport_size({"width": 420, "height": 400})
    wrapped = page.locator(".dropdown").first.bounding_box()
    assert wrapped["height"] > single["height"]
    moved = page.get_by_role("button", name="Remove all").bounding_box()
    assert moved["y"] - wrapped["y"] == cross["y"] - several["y"]


def test_the_number_of_a_slider_has_no_arrows_of_the_browser(show: ShowApp):
    """No engine draws its own into a field that has all it needs."""
    with gr.Blocks() as demo:
        gr.Slider(label="S")
    box = show(demo).get_by_role("spinbutton")
    assert box.evaluate("(box) => getComputedStyle(box).appearance") == "textfield"


def test_links_to_pages_are_on_one_line(show: ShowApp):
    """Where they do not fit the line is scrolled, by keys as well, and the page is not."""
    with gr.Blocks() as demo:
        gr.Navbar([(f"A page {number}", f"https://example.org/{number}") for number in range(9)])
    page = show(demo, **NARROW)
    links = page.get_by_role("navigation").get_by_role("link")
    assert len({link.bounding_box()["y"] for link in links.all()}) == 1
    expect(links.last).not_to_be_in_viewport()
    links.last.focus()
    expect(links.last).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_text_of_a_button_stays_on_its_line(show: ShowApp):
    """Buttons of a narrow row go below each other, not their letters; a text without end goes on within the window."""
    with gr.Blocks() as demo:
        with gr.Row():
            for text in ("Start the engine", "Stop the engine", "Look at the engine"):
                gr.Button(text)
        with gr.Row():
            gr.Button("Donaudampfschifffahrtsgesellschaftskapitän" * 2)
    page = show(demo, **NARROW)
    for button in page.get_by_role("button").all()[:3]:
        assert button.evaluate("(button) => button.getBoundingClientRect().height < 45")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_shown_texts_of_a_row_stay_readable(show: ShowApp):
    """They go below their neighbour where there is no room for both."""
    with gr.Blocks() as demo, gr.Row():
        gr.Textbox(label="A field")
        gr.HTML("<p>A text of several words</p>")
        gr.Markdown("Another text")
    page = show(demo, **NARROW)
    for text in ("A text of several words", "Another text"):
        assert page.get_by_text(text).bounding_box()["width"] >= 160


@pytest.mark.parametrize("width", [960, 320])
def test_a_button_beside_a_field_is_as_high_as_the_field(show: ShowApp, width: int):
    """Not at the height of the field's label."""
    with gr.Blocks() as demo, gr.Row():
        gr.Textbox(label="Name")
        gr.Button("Go", scale=0)
    page = show(demo, viewport={"width": width, "height": 400})
    field, button = page.get_by_label("Name").bounding_box(), page.get_by_role("button").bounding_box()
    assert abs(field["y"] + field["height"] / 2 - (button["y"] + button["height"] / 2)) <= 1.5
