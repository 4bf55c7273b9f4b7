"""ColorPicker: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import HandlerError
from desktop_app.testing import HeadlessApp


@pytest.mark.parametrize(
    "value",
    ["rad", "transparent", "#12", "#12345", "#gggggg", "rgb(1, 2)", "rgb(1, 2, 3, 4, 5)", "rgb(a, b, c)",
     "rgb(nan, 0, 0)", 5, [], "😀", "#fff;background:url(x)", "<b>", "#" + "f" * 1_000_000],
)  # fmt: skip
def test_what_is_no_colour_is_not_shown(value):
    """The error names the component."""
    with pytest.raises(HandlerError, match="ColorPicker 'C' cannot show "):
        gr.ColorPicker(label="C").to_page(value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        ("#ABCDEF", "#abcdef"),
        (" #abc ", "#aabbcc"),
        ("#abcf", "#aabbcc"),
        ("#11223380", "#11223380"),
        ("rgb(255, 0, 128)", "#ff0080"),
        ("rgb(255 0 128 / 50%)", "#ff008080"),
        ("rgba(12.4, 12.6, 300, 1)", "#0c0dff"),
        ("rgb(100%, 0%, 50%)", "#ff0080"),
        ("hsl(120, 100%, 50%)", "#00ff00"),
        ("hsla(240deg 100% 50% / 1)", "#0000ff"),
    ],
)
def test_a_colour_may_be_written_in_several_ways(value, shown):
    """All come to the page, and so to handlers, as one."""
    assert gr.ColorPicker().to_page(value) == shown


@pytest.mark.parametrize("value", ["red", "#FFF", "#ffff", "", 5, True, "#12345g", "#123456\n"])
def test_it_takes_only_colours_from_the_page(value):
    """Anything else cannot have been chosen."""
    with pytest.raises(ValueError, match=r".+"):
        gr.ColorPicker().accept(value)


def test_handlers_get_and_return_colours():
    """Also none at all; what is wrong is said and the colour stays."""
    with gr.Blocks() as demo:
        color, out = gr.ColorPicker("#fff", label="C"), gr.ColorPicker(label="Out")
        color.change(lambda color: color, color, out)
        color.release(lambda: "no colour", None, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert window.value("C") == "#ffffff"
        window.set("C", "#123456")
        assert window.value("Out") == "#123456"
        window.trigger("C", "release")
        assert (window.value("Out"), len(window.toasts)) == ("#123456", 1)
        window.set("C", None)
        assert window.value("Out") is None


def test_its_events():
    """Each of them comes to its handler."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        color = gr.ColorPicker(label="C")
        for event in ("input", "release", "submit", "focus", "blur"):
            getattr(color, event)(lambda event=event: heard.append(event))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for event in ("input", "release", "submit", "focus", "blur"):
            window.trigger("C", event)
    assert heard == ["input", "release", "submit", "focus", "blur"]
