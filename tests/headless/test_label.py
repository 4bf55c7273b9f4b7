"""Label: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError, HandlerError
from desktop_app.testing import HeadlessApp


@pytest.mark.parametrize(
    "value", [["a", "b"], {"a": "x"}, {"a": None}, {"a": float("nan")}, {"a": float("inf")}, object()]
)
def test_it_cannot_show_everything(value):
    """The error names the component and the value."""
    with pytest.raises(HandlerError, match="Label 'L' cannot show "):
        gr.Label(label="L").to_page(value)


@pytest.mark.parametrize(
    ("value", "got"),
    [
        (None, None),
        ({}, None),
        ("cat", "cat"),
        ("😀 " * 10, "😀 " * 10),
        (3, "3"),
        (2.5, "2.5"),
        (True, "True"),
        ({"a": 0.25, "b": 0.5, "c": 0.25}, {"b": 0.5, "a": 0.25, "c": 0.25}),
        ({1: 1}, {"1": 1.0}),
        ({"a": "0.5"}, {"a": 0.5}),
    ],
)
def test_handlers_get_what_is_shown(value, got):
    """A dict of the classes, the surest first, or the label as text."""
    label = gr.Label()
    result = label.preprocess(label.to_page(value))
    assert result == got
    if isinstance(got, dict):
        assert list(result) == list(got)


def test_only_the_surest_are_shown():
    """As many as it says."""
    label = gr.Label(num_top_classes=2)
    assert label.preprocess(label.to_page({"a": 0.1, "b": 0.6, "c": 0.3})) == {"b": 0.6, "c": 0.3}


@pytest.mark.parametrize("options", [{"num_top_classes": 0}, {"color": 5}, {"buttons": ["copy"]}])
def test_what_makes_no_sense_is_refused(options):
    """Where it is declared."""
    with pytest.raises(DeclarationError, match="Label"):
        gr.Label(**options)


def test_its_events_and_properties():
    """`change` follows a handler, `select` tells the class, and each property can be changed."""
    heard = []

    def select(event: gr.SelectData) -> None:
        heard.append((event.index, event.value))

    with gr.Blocks() as demo:
        label = gr.Label({"a": 1}, label="L", show_heading=False, color="red")
        label.change(heard.append, label)
        label.select(select)
        gr.Button("Go").click(lambda: gr.Label(value="b", color="blue", show_heading=True), outputs=label)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.trigger("L", "select", {"index": 0, "value": "a"})
        window.click("Go")
        assert heard == [(0, "a"), "b"]
        assert window.property("L", "color") == "blue"
        assert window.property("L", "show_heading") is True


def test_it_can_be_selected_also_where_only_listeners_write_it():
    """It is not there to be filled in, so nothing forbids it."""
    heard = []
    with gr.Blocks() as demo:
        result = gr.Label("x", label="Result")
        gr.Button("Go").click(lambda: "x", outputs=result)
        result.select(lambda: heard.append("selected"))
    with HeadlessApp(demo) as app:
        app.open_window().trigger("Result", "select", {"index": 0, "value": "x"})
    assert heard == ["selected"]
