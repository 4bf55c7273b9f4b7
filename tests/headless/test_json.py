"""JSON: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

import datetime
import decimal

import pydantic
import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError, HandlerError
from desktop_app.testing import HeadlessApp


class Person(pydantic.BaseModel):
    name: str
    born: datetime.date


class Array:
    """Goes for an array of numpy's."""

    def tolist(self):
        return [1, [2.5]]


def nested(depth):
    value: list = []
    for _ in range(depth):
        value = [value]
    return value


def circle():
    value: list = []
    value.append(value)
    return value


@pytest.mark.parametrize("value", ["not json", "", "{'a': 1}", "[" * 100_000, nested(500), circle()])
def test_it_cannot_show_everything(value):
    """The error names the component and says why."""
    with pytest.raises(HandlerError, match="JSON 'J' cannot show "):
        gr.JSON(label="J").to_page(value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        ('{"a": [1, null]}', {"a": [1, None]}),
        ("3", 3),
        ({1: 2, "😀": (1, 2)}, {"1": 2, "😀": [1, 2]}),
        ([True, 2, 2.5, "x"], [True, 2, 2.5, "x"]),
        ([float("nan"), float("inf")], [None, None]),
        ({"set": {1}}, {"set": "{1}"}),
        (decimal.Decimal("1.5"), 1.5),
        (datetime.date(2020, 1, 2), "2020-01-02"),
        (b"x", "b'x'"),
        (Array(), [1, [2.5]]),
        (Person(name="Ada", born=datetime.date(1815, 12, 10)), {"name": "Ada", "born": "1815-12-10"}),
        (nested(90), nested(90)),
    ],
)
def test_anything_is_made_json(value, shown):
    """What JSON has no word for is shown as its text."""
    component = gr.JSON()
    assert component.to_page(value) == shown
    assert component.preprocess(component.to_page(value)) == shown


def test_what_a_handler_does_to_it_is_not_shown():
    """It gets a copy."""
    component, value = gr.JSON(), {"a": [1]}
    component.preprocess(value)["a"].append(2)
    assert value == {"a": [1]}


def test_its_buttons():
    """There is one that copies, unless others are named; a Button stands beside it."""
    with gr.Blocks() as demo:
        own, other = gr.Button("Own", render=False), gr.Button("Other")
        gr.JSON(label="Default")
        named = gr.JSON(label="Named", buttons=[own])
        gr.JSON(label="None", buttons=[])
        gr.JSON(label="Both", buttons=["copy", other])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        shown = {name: window.property(name, "buttons") for name in ("Default", "Named", "None", "Both")}
    assert shown == {"Default": ["copy"], "Named": [], "None": [], "Both": ["copy"]}
    assert named.buttons == []
    assert [own.parent, other in demo.children] == [named, False]


@pytest.mark.parametrize("options", [{"buttons": ["paste"]}, {"buttons": "copy"}, {"height": []}, {"open": "maybe"}])
def test_what_makes_no_sense_is_refused(options):
    """Where it is declared."""
    with pytest.raises(DeclarationError, match="JSON"):
        gr.JSON(**options)


def test_change_follows_a_handler():
    """An equal value is no change, and each property can be changed."""
    heard = []
    with gr.Blocks() as demo:
        tree = gr.JSON({"a": 1}, label="J", open=True, show_indices=True, height=5, min_height="1rem")
        tree.change(heard.append, tree)
        gr.Button("Same").click(lambda: '{"a": 1}', outputs=tree)
        gr.Button("Other").click(lambda: gr.JSON(value=[2], max_height=None, open=False), outputs=tree)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Same")
        window.click("Other")
        assert heard == [[2]]
        assert window.property("J", "max_height") is None
        assert window.property("J", "open") is False
