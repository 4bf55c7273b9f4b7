"""HighlightedText as a person sees it."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp

TEXT = [("Ada", "person"), ("  lived in ", None), (" London ", "place"), (" & ", None), ("<b>Bob</b>", "person")]


def test_marked_parts_are_named(show: ShowApp):
    """Each has the name of its category beside it, unless it is told not to; the text is all there."""
    with gr.Blocks() as demo:
        gr.HighlightedText(TEXT, label="Named")
        gr.HighlightedText(TEXT, label="Bare", show_inline_category=False)
        gr.HighlightedText(TEXT, label="Trimmed", show_inline_category=False, show_whitespaces=False)
    page = show(demo)
    named = page.get_by_label("Named")
    expect(named).to_have_text("Adaperson lived in London place & <b>Bob</b>person", use_inner_text=True)
    expect(named.get_by_role("button")).to_have_count(3)
    bare = page.get_by_label("Bare")
    assert bare.locator(".highlighted-text").text_content() == "Ada  lived in  London  & <b>Bob</b>"
    expect(bare.get_by_role("button", name="London (place)")).to_be_visible()
    trimmed = page.get_by_label("Trimmed").locator(".highlighted-text")
    assert trimmed.text_content() == "Adalived inLondon&<b>Bob</b>"


def test_a_legend_shows_where_a_category_is(show: ShowApp):
    """A click leaves only its parts marked, another one all."""
    with gr.Blocks() as demo:
        gr.HighlightedText(TEXT, label="Text", show_legend=True, color_map={"place": "red", "person": "no colour"})
    page = show(demo)
    place = page.get_by_role("button", name="place", exact=True)
    expect(place).to_have_css("background-color", "rgb(255, 0, 0)")
    expect(page.get_by_text("person")).to_have_count(1)
    place.click()
    expect(place).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".marked:not([data-dim])")).to_have_text(["London"])
    place.press("Enter")
    expect(page.locator(".marked:not([data-dim])")).to_have_count(3)


def test_numbers_are_stronger_or_weaker(show: ShowApp):
    """A scale is their legend, and each number can be read."""
    with gr.Blocks() as demo:
        gr.HighlightedText([("bad", -1), ("so", 0.25), ("good", 2)], label="Text", show_legend=True)
    page = show(demo)
    expect(page.get_by_text("+1")).to_be_visible()
    for text, number in (("bad", "-1"), ("so", "0.25"), ("good", "2")):
        expect(page.get_by_role("button", name=text)).to_have_attribute("title", number)


def test_a_part_can_be_chosen(run: RunApp):
    """By a click on any of it, or by the keyboard on a marked one."""
    heard: list[object] = []

    def note(event: gr.SelectData) -> None:
        heard.append((event.index, event.value))

    with gr.Blocks() as demo:
        gr.HighlightedText(TEXT, label="Text").select(note)
    app = run(demo)
    page = app.open_window()
    page.get_by_text("lived in").click()
    app.settle()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    app.settle()
    assert heard == [(1, ["  lived in ", None]), (2, [" London ", "place"])]


def test_it_follows_a_handler(show: ShowApp):
    """Text, direction and legend change; None empties it."""
    with gr.Blocks() as demo:
        text = gr.HighlightedText(TEXT, label="Text", show_legend=True)
        gr.Button("Other").click(lambda: gr.HighlightedText(value=[("שלום", "x")], rtl=True), outputs=text)
        gr.Button("Nothing").click(lambda: None, outputs=text)
    page = show(demo)
    page.get_by_role("button", name="Other").click()
    expect(page.get_by_label("Text")).to_have_attribute("dir", "rtl")
    expect(page.get_by_label("Text")).to_have_text("xשלום")
    page.get_by_role("button", name="Nothing").click()
    expect(page.get_by_label("Text")).to_have_text("")
