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


def marking(heard: list[object]) -> gr.Blocks:
    """An app whose text the user marks."""
    with gr.Blocks() as demo:
        other = gr.Button("Other")
        text = gr.HighlightedText(
            [("Ada", "person"), (" lived in London", None)],
            label="Text",
            interactive=True,
            color_map={"person": "rgb(0, 0, 255)", "place": "rgb(255, 0, 0)"},
        )
        text.change(lambda value: heard.append([(t["token"], t["class_or_confidence"]) for t in value]), text)
        other.click(lambda: [("new", None)], outputs=text)
    return demo


def test_the_user_labels_what_is_selected_by_mouse(run: RunApp):
    """The label asked for is one of the categories or a new one; its colour is that of the map."""
    heard: list[object] = []
    app = run(marking(heard))
    page = app.open_window()
    text = page.get_by_role("textbox", name="Text")
    text.get_by_text("lived in London").dblclick(position={"x": 75, "y": 12})  # a word
    page.get_by_label("Label").fill("place")
    page.keyboard.press("Enter")
    app.settle()
    assert heard == [[("Ada", "person"), (" lived in ", None), ("London", "place")]]
    expect(text.get_by_text("place")).to_have_css("background-color", "rgb(255, 0, 0)")
    expect(text).to_be_focused()


def test_the_user_labels_what_is_selected_by_keyboard(run: RunApp):
    """Tab comes to the text, whose caret selects; nothing that is typed changes it, and Escape labels nothing."""
    heard: list[object] = []
    app = run(marking(heard))
    page = app.open_window()
    page.get_by_role("button", name="Other").focus()
    page.keyboard.press("Tab")
    text = page.get_by_role("textbox", name="Text")
    expect(text).to_be_focused()
    page.keyboard.press("Control+End")
    for _ in "London":
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    page.keyboard.type("town")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Label", exact=True)).to_be_hidden()
    page.keyboard.type("xyz")
    for _ in "London":
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    page.keyboard.type("town")
    page.keyboard.press("Enter")
    app.settle()
    assert heard == [[("Ada", "person"), (" lived in ", None), ("London", "town")]]
    expect(text).to_have_text("Adaperson lived in Londontown")


def test_the_user_changes_and_removes_a_label(run: RunApp):
    """By a click on the part, or with the caret in it."""
    heard: list[object] = []
    app = run(marking(heard))
    page = app.open_window()
    page.get_by_text("Ada").click(position={"x": 10, "y": 10})
    expect(page.get_by_label("Label", exact=True)).to_have_value("person")
    page.keyboard.type("name")
    page.keyboard.press("Enter")
    app.settle()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Remove label").click()
    app.settle()
    assert heard == [
        [("Ada", "name"), (" lived in London", None)],
        [("Ada lived in London", None)],
    ]
    page.keyboard.press("Home")
    for _ in "Ada":
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.type("again")
    page.keyboard.press("Enter")
    app.settle()
    page.keyboard.press("Delete")
    app.settle()
    assert heard[2:] == [[("Ada", "again"), (" lived in London", None)], [("Ada lived in London", None)]]


def test_another_text_ends_the_question_for_a_label(run: RunApp):
    """Whatever was asked for was about the text before."""
    heard: list[object] = []
    app = run(marking(heard))
    page = app.open_window()
    page.get_by_text("Ada").click(position={"x": 10, "y": 10})
    expect(page.get_by_label("Label", exact=True)).to_be_visible()
    page.get_by_role("button", name="Other").click()
    expect(page.get_by_role("textbox", name="Text")).to_have_text("new")
    expect(page.get_by_label("Label", exact=True)).to_be_hidden()
    app.settle()
    assert heard == [[("new", None)]]


def test_numbers_are_asked_for_as_numbers(run: RunApp):
    """From -1 to 1; anything else is no label."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        text = gr.HighlightedText([("good", 0.5), (" news", None)], label="Text", interactive=True)
        text.change(lambda value: heard.append([(t["token"], t["class_or_confidence"]) for t in value]), text)
    app = run(demo)
    page = app.open_window()
    page.get_by_text("good").click()
    page.get_by_role("spinbutton", name="Label").fill("7")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.get_by_role("spinbutton", name="Label").fill("-1")
    page.keyboard.press("Enter")
    app.settle()
    assert heard == [[("good", -1), (" news", None)]]
