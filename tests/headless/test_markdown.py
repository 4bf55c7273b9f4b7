"""Markdown: what it takes, and what a handler gets of it."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError
from desktop_app.testing.headless_app import HeadlessApp

DOLLARS = [{"left": "$$", "right": "$$", "display": True}]


@pytest.mark.parametrize(
    ("argument", "value", "why"),
    [
        ("latex_delimiters", [{"left": "$"}], "Field required"),
        ("latex_delimiters", [{"left": "", "right": "$", "display": False}], "at least 1 character"),
        ("latex_delimiters", "$", "valid list"),
        ("buttons", ["paste"], "is neither 'copy' nor a Button"),
        ("buttons", "copy", "have to be a list"),
        ("height", ["1px"], "valid"),
        ("rtl", "sideways", "valid boolean"),
        ("heigth", 3, "Did you mean 'height'"),
    ],
)
def test_a_wrong_argument_is_named(argument, value, why):
    """The error says which one it is and what is wrong with it."""
    with pytest.raises(DeclarationError, match=rf"(?s){argument}.*({why})"):
        gr.Markdown("x", **{argument: value})


@pytest.mark.parametrize("value", [1, ["x"], {"a": 1}])
def test_only_text_comes_from_the_page(value):
    """Anything else the page could not have sent."""
    with pytest.raises(ValueError, match="valid string"):
        gr.Markdown().accept(value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, None), ("", ""), ("  a\n    b", "a\nb"), (5, "5"), ("😀 שלום", "😀 שלום"), ("x" * 1_000_000,) * 2],
)
def test_any_value_is_shown_as_text(value, shown):
    """Common indentation is taken off, and nothing else."""
    assert gr.Markdown().to_page(value) == shown


def test_its_defaults_are_the_ones_authors_know():
    """Only `$$` stands around formulas, HTML is made safe, and there are no buttons."""
    text = gr.Markdown()
    assert text.latex_delimiters == DOLLARS
    assert gr.Markdown(latex_delimiters=None).latex_delimiters == DOLLARS
    assert gr.Markdown(latex_delimiters=[]).latex_delimiters == []
    assert (text.sanitize_html, text.line_breaks, text.header_links, text.rtl) == (True, False, False, False)
    assert (text.height, text.max_height, text.min_height, text.min_width) == (None, None, None, None)
    assert (list(text.buttons), list(gr.Markdown(buttons=None).buttons)) == ([], [])
    assert (text.container, text.padding) == (False, False)


def test_a_handler_gets_its_text_and_changes_its_properties():
    """What is an input is its Markdown, not its HTML; every property can be updated."""
    with gr.Blocks() as demo:
        text = gr.Markdown("*one*", elem_id="text")
        out = gr.Textbox(label="Out")
        gr.Button("Read").click(repr, text, out)
        gr.Button("Change").click(
            lambda: gr.Markdown("two", rtl=True, max_height="10em", buttons=["copy"], line_breaks=True), outputs=text
        )
        gr.Button("Clear").click(lambda: None, outputs=text)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Read")
        assert window.value("Out") == "'*one*'"
        window.click("Change")
        assert window.property("text", "value") == "two"
        assert window.property("text", "rtl") is True
        assert window.property("text", "max_height") == "10em"
        assert window.property("text", "buttons") == ["copy"]
        window.click("Clear")
        window.click("Read")
        assert window.value("Out") == "None"


def test_copying_is_an_event_that_tells_what_was_copied():
    """`copy` hands over `CopyData`."""
    with gr.Blocks() as demo:
        text = gr.Markdown("one", elem_id="text", buttons=["copy"])
        out = gr.Textbox(label="Out")

        def copied(data: gr.CopyData):
            return data.value

        text.copy(copied, outputs=out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.trigger("text", "copy", {"value": "one"})
        assert window.value("Out") == "one"


def test_change_follows_a_handler_that_writes_another_text():
    """The same text again is no change."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        text = gr.Markdown("one")
        text.change(heard.append, text)
        gr.Button("Same").click(lambda: "one", outputs=text)
        gr.Button("Other").click(lambda: "two", outputs=text)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Same")
        window.click("Other")
    assert heard == ["two"]


def test_its_value_can_be_worked_out_at_each_load():
    """A `value` that is a function is called for it."""
    with gr.Blocks() as demo:
        gr.Markdown(lambda: "  made", elem_id="text")
    with HeadlessApp(demo) as app:
        assert app.open_window().value("text") == "made"
