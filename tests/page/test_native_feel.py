"""A window behaves like a desktop program's, not like a web page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks
from desktop_app.desktop.engines.backdrop import backdrop
from desktop_app.desktop.page import page_url
from desktop_app.gallery.window import EXAMPLES, gallery
from tests.examples import fresh_gallery_example
from tests.page.conftest import RunApp, ShowApp

OWN_WORDS = ("Left", "Right", "Below", "Group", "One", "Radio", "Red", "Check", "List", "Help", "Press", "More", "Here")
SIZES = {
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "4K": {"viewport": {"width": 3840, "height": 2160}},
    "zoomed": {"viewport": {"width": 480, "height": 360}, "device_scale_factor": 2},  # 960 x 720 at 200 %
}


def everything() -> Blocks:
    """A little of everything that a page consists of."""
    with gr.Blocks() as demo:
        gr.Markdown("# Heading\nSome text with a [link](https://example.org).", elem_id="text")
        with gr.Row():
            gr.Textbox("typed", label="Left", info="Help")
            gr.Number(1, label="Right")
        gr.Textbox("several\nlines", label="Below", lines=2)
        gr.CheckboxGroup(["One", "Two"], label="Group")
        gr.Radio(["Red", "Blue"], label="Radio")
        gr.Checkbox(label="Check")
        gr.Dropdown(["First", "Second"], label="List")
        gr.Button("Press")
        with gr.Accordion("More", open=False):
            gr.Textbox(label="Inside")
        gr.Tab("Here")
        gr.Tab("There")
    return demo


@pytest.fixture
def page(show: ShowApp) -> Page:
    """A page with a little of everything."""
    return show(everything())


def place_of(page: Page, words: str) -> tuple[float, float]:
    """Where these words are, wherever in the page."""
    x, y = page.evaluate(FIND_WORDS, words)
    return x, y


def test_words_on_controls_are_not_selected(page: Page):
    """Three clicks on a label do not select it, nor does Ctrl+A select anything but texts."""
    for words in OWN_WORDS:
        page.mouse.click(*place_of(page, words), click_count=3)
        assert words not in page.evaluate("getSelection().toString()")
        page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+a")
    selected = page.evaluate("getSelection().toString()")
    assert "Heading" in selected
    assert not re.search(r"Press|More|Here|Radio", selected)


def test_texts_are_selected(page: Page):
    """What is there to be read can be selected and copied."""
    page.get_by_text("Some text").dblclick(position={"x": 5, "y": 5})
    assert page.evaluate("getSelection().toString()").strip() == "Some"


def test_the_page_does_not_bounce(page: Page):
    """Scrolling beyond the end moves nothing."""
    assert page.evaluate("getComputedStyle(document.documentElement).overscrollBehavior") == "none"


def test_the_cursor_is_an_arrow(page: Page):
    """On labels and controls; a bar stands over text, a hand over links alone."""

    def cursor(words: str) -> str:
        return str(page.evaluate(CURSOR_AT, place_of(page, words)))

    assert {words: cursor(words) for words in OWN_WORDS} == dict.fromkeys(OWN_WORDS, "default")
    assert cursor("Some text") in ("auto", "text")
    assert cursor("link") == "pointer"
    assert page.get_by_label("Left").evaluate("(field) => getComputedStyle(field).cursor") == "text"


def test_only_text_has_a_menu(page: Page):
    """The browser's menu comes on text fields and on selected text, and nowhere else."""
    page.evaluate("addEventListener('contextmenu', (event) => { window.menu = !event.defaultPrevented; })")

    def has_menu(x: float, y: float) -> bool:
        page.mouse.click(x, y, button="right")
        return bool(page.evaluate("menu"))

    for label in ("Left", "Right", "Below", "List"):
        page.get_by_label(label, exact=True).click(button="right")
        assert page.evaluate("menu"), label
        page.keyboard.press("Escape")
    assert not has_menu(1, 1)
    for words in (*OWN_WORDS, "Some text", "link"):
        assert not has_menu(*place_of(page, words)), words
    page.mouse.dblclick(*place_of(page, "Some text"))
    assert has_menu(*place_of(page, "Some text"))
    assert not has_menu(*place_of(page, "Press"))


@pytest.mark.parametrize("name", ["link", "Press"])
def test_nothing_is_dragged(page: Page, name: str):
    """Links and buttons stay where they are."""
    page.evaluate("addEventListener('dragstart', () => { window.dragged = true; })")
    x, y = place_of(page, name)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 150, y + 90, steps=5)
    page.mouse.up()
    assert not page.evaluate("'dragged' in window")


def test_the_tab_key_goes_as_one_reads(page: Page):
    """Left to right in a row, then down; a group of choices of which one is chosen is one stop."""
    page.evaluate("document.activeElement.blur()")
    stops = []
    for _ in range(11):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert stops == ["link", "Left", "Right", "Below", "One", "Two", "Red", "Check", "List", "Press", "More"], stops
    page.keyboard.press("Tab")
    expect(page.get_by_role("tab", name="Here", exact=True)).to_be_focused()


def test_escape_closes_a_list(page: Page):
    """And leaves the window as it was."""
    field = page.get_by_label("List", exact=True)
    field.click()
    expect(page.get_by_role("option", name="Second")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option", name="Second")).to_be_hidden()
    expect(field).to_be_focused()


def test_escape_loses_nothing(show: ShowApp):
    """What was typed is still there, also when Escape has closed a calendar or a sidebar."""
    with gr.Blocks() as demo:
        with gr.Sidebar(open=True):
            gr.Textbox(label="Aside")
        gr.Textbox(label="Line")
        gr.TextArea(label="Lines")
        gr.Number(label="Count")
        gr.DateTime(label="Day")
        gr.ColorPicker(label="Colour")
    page = show(demo, viewport={"width": 700, "height": 720})
    page.get_by_label("Aside").fill("typed")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Aside")).to_be_hidden()
    typed = {"Line": "typed", "Lines": "typed\nin two", "Count": "12", "Day": "2026-0", "Colour code": "#12"}
    for label, text in typed.items():
        page.get_by_label(label, exact=True).press_sequentially(text)
        page.keyboard.press("Escape")
        expect(page.get_by_label(label, exact=True)).to_have_value(text)
    page.get_by_label("Day", exact=True).fill("2026-05-17 10:00:00")
    page.get_by_role("button", name="Choose a date").click()
    page.get_by_role("dialog").press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_label("Day", exact=True)).to_have_value("2026-05-17 10:00:00")
    page.get_by_role("button", name="Toggle sidebar").click()
    expect(page.get_by_label("Aside")).to_have_value("typed")


@pytest.mark.parametrize("name", ["gallery", *EXAMPLES])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(run: RunApp, name: str, size: str):
    """On a narrow window, on a large screen, and at 200 %."""
    app = run(gallery() if name == "gallery" else fresh_gallery_example(name), **SIZES[size])
    page = app.open_window()
    tabs = page.get_by_role("tablist").first.get_by_role("tab")
    for tab in [None, *tabs.all()]:
        if tab is not None:
            tab.click()
        app.settle()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, tab
        assert page.evaluate(CUT_OFF) == [], tab


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_flash_of_white(run: RunApp, scheme: str):
    """Before its script has run, the page has the background that it has then, and the window before the page."""
    demo = everything()
    shown = run(demo, color_scheme=scheme).open_window()
    bare = shown.context.browser.new_context(color_scheme=scheme, java_script_enabled=False)
    first = bare.new_page()
    first.goto(page_url())
    background = shown.locator("html").evaluate(BACKGROUND)
    assert first.locator("html").evaluate(BACKGROUND) == background
    parts = bytes.fromhex(backdrop(dark=scheme == "dark").removeprefix("#"))
    assert background == f"rgb({', '.join(map(str, parts))})"
    bare.close()


# The middle of the first text of these words that can be seen, also in the parts of an element.
FIND_WORDS = """(words) => {
  const look = (node) => {
    for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) {
      if (child instanceof Text && child.data.trim().startsWith(words)) {
        const range = document.createRange();
        range.selectNodeContents(child);
        const { left, top, width, height } = range.getBoundingClientRect();
        if (width > 1) return [left + Math.min(width / 2, 20), top + height / 2];
      }
      const found = child instanceof Element && look(child);
      if (found) return found;
    }
  };
  return look(document.body);
}"""

CURSOR_AT = """([x, y]) => {
  let at = document.elementFromPoint(x, y);
  for (let inner; (inner = at.shadowRoot?.elementFromPoint(x, y)) && inner !== at; ) at = inner;
  return getComputedStyle(at).cursor;
}"""

BACKGROUND = "(element) => getComputedStyle(element).backgroundColor"

# The label, or the text, of what has the focus.
FOCUSED = """() => {
  let at = document.activeElement;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const named = at.labels?.[0] ?? at;
  return named.textContent.trim() || at.getRootNode().host.textContent.trim();
}"""

# What sticks out of the window, and whose text is cut; what scrolls may hold more than it shows.
CUT_OFF = """() => {
  const found = [];
  const look = (element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (style.display === "none" || style.visibility === "hidden" || (box.width <= 1 && style.overflowX === "hidden"))
      return;
    const tell = (what) =>
      found.push(`${element.localName}.${element.className} ${what}: ${element.textContent.slice(0, 100)}`);
    if (box.width && (box.left < -1 || box.right > innerWidth + 1)) tell("sticks out");
    if (/auto|scroll/.test(style.overflowX)) return;
    const cuts = /hidden|clip/.test(style.overflowX) && !/^(input|textarea|svg)$/.test(element.localName);
    if (cuts && element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== "ellipsis") tell("is cut off");
    for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) look(child);
  };
  look(document.body);
  return found;
}"""
