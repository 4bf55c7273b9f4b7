"""Textbox: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"max_lines": 0}, "max_lines=0"),
        ({"text_align": "center"}, "'left' or 'right'"),
        ({"buttons": ["paste"]}, "'paste' is neither 'copy' nor a Button"),
        ({"max_length": -1}, "max_length=-1"),
        ({"html_attributes": {"onclick": "x"}}, "html_attributes"),
        ({"autofocus": "perhaps"}, "autofocus='perhaps'"),
    ],
)
def test_a_wrong_argument_is_named(given, message):
    """It is an error where the component is made."""
    with pytest.raises(gr.DeclarationError) as caught:
        gr.Textbox(**given)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "given", [{"spellcheck": "perhaps"}, {"enterkeyhint": "leave"}, {"tabindex": "x"}, {"onclick": "x"}]
)
def test_html_attributes_are_only_those_it_has(given):
    """Nothing else becomes an attribute of the page."""
    with pytest.raises((TypeError, ValueError), match=next(iter(given))):
        gr.InputHTMLAttributes(**given)


@pytest.mark.parametrize("text", ["😀" * 3, "שלום", "\x00\u2028", "a" * 1_000_000, "\n\n"])
def test_any_text_comes_and_goes_as_it_is(text):
    """Signs of every kind, and a megabyte."""
    with gr.Blocks() as demo:
        box, out = gr.Textbox(label="Box", max_length=3), gr.Textbox(label="Out", max_length=1)
        box.submit(lambda value: value, box, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Box", text)
        window.trigger("Box", "submit")
        assert window.value("Out") == text


def test_the_names_it_goes_by():
    """Text is another name of Textbox, and TextArea one that starts with more lines."""
    assert gr.Text is gr.Textbox
    area = gr.TextArea("x", label="L")
    assert isinstance(area, gr.Textbox)
    assert (area.kind, area.value, area.lines, area.max_lines) == ("textbox", "x", 7, 20)


def test_the_page_gets_every_property():
    """What the author says reaches the page, and an update changes it."""
    attributes = gr.InputHTMLAttributes(spellcheck=False, lang="de")
    with gr.Blocks() as demo:
        box = gr.Textbox(
            label="Box", autofocus=True, autoscroll=False, text_align="right", rtl=True, buttons=["copy"],
            max_length=9, submit_btn="Go", stop_btn=True, html_attributes=attributes,
        )  # fmt: skip
        gr.Button("Change").click(lambda: gr.Textbox(submit_btn=False, buttons=[], max_length=None), outputs=box)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        names = ("autofocus", "autoscroll", "text_align", "rtl", "buttons", "max_length", "submit_btn", "stop_btn")
        values = [window.property(box, name) for name in names]
        assert values == [True, False, "right", True, ["copy"], 9, "Go", True]
        sent = window.property(box, "html_attributes")
        assert (sent["spellcheck"], sent["lang"], sent["tabindex"]) == (False, "de", None)
        window.click("Change")
        assert [window.property(box, name) for name in ("submit_btn", "buttons", "max_length")] == [False, [], None]


def test_events_tell_what_was_selected_and_copied():
    """`select`, `copy` and `stop` come to their handlers with their data."""
    heard: list[object] = []

    def selected(event: gr.SelectData) -> None:
        heard.append((event.value, event.index))

    def copied(event: gr.CopyData) -> None:
        heard.append(event.value)

    with gr.Blocks() as demo:
        box = gr.Textbox("hello", label="Box")
        box.select(selected)
        box.copy(copied)
        box.stop(lambda: heard.append("stop"))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.trigger("Box", "select", {"value": "ell", "index": [1, 4]})
        window.trigger("Box", "copy", {"value": "hello"})
        window.trigger("Box", "stop")
    assert heard == [("ell", [1, 4]), "hello", "stop"]


def test_a_text_that_is_only_shown_can_be_copied_and_selected_from():
    """Nothing else happens to it: what the page says of that is refused."""
    heard = []
    with gr.Blocks() as demo:
        box = gr.Textbox("text", label="Box", interactive=False)
        for event in ("copy", "select", "submit"):
            getattr(box, event)(lambda event=event: heard.append(event))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for event in ("copy", "select", "submit"):
            window.page.event(box.id, event, {"value": "text", "index": [0, 4]})
        app.wait()
    assert heard == ["copy", "select"]
