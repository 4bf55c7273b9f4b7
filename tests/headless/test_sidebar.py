"""Sidebar, as declared and as a session has it."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError
from desktop_app.testing import HeadlessApp


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"position": "top"}, "Sidebar(position='top'): Input should be 'left' or 'right'."),
        ({"width": None}, "Sidebar(width=None)"),
        ({"open": "maybe"}, "Sidebar(open='maybe')"),
        ({"widht": 3}, "Sidebar has no argument 'widht'. Did you mean 'width'?"),
    ],
)
def test_a_wrong_argument_is_said(arguments, message):
    """The argument and what it takes."""
    with gr.Blocks(), pytest.raises(DeclarationError) as raised:
        gr.Sidebar(**arguments)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value"), [("label", "Other"), ("open", False), ("width", 200), ("width", "25%"), ("position", "right")]
)
def test_the_page_gets_its_properties(name, value):
    """As declared, and as a handler changes them for one session alone."""
    with gr.Blocks() as demo:
        declared, changed = gr.Sidebar(**{name: value}), gr.Sidebar()
        gr.Button("Change").click(lambda: gr.Sidebar(**{name: value}), outputs=changed)
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        window.click("Change")
        assert window.property(declared, name) == window.property(changed, name) == value
        assert other.property(changed, name) != value


def test_its_events_run_listeners():
    """`expand` and `collapse`; it may be shown again after it was hidden."""
    heard = []
    with gr.Blocks() as demo:
        with gr.Sidebar("Side") as side:
            gr.Textbox(label="Box")
        side.expand(lambda: heard.append("expand"))
        side.collapse(lambda: heard.append("collapse"))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.trigger("Side", "collapse")
        window.trigger("Side", "expand")
        assert heard == ["collapse", "expand"]
        window.set("Box", "in it")
        assert window.value("Box") == "in it"
