"""The names, arguments, defaults and events that scripts written for Gradio rely on; `api/components.json` lists them.

In the list stand for each name the arguments that go without a name in their order, those that go by name, each with
its default, and the events. Whatever is not so here is a difference with a reason below.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import warnings
from pathlib import Path
from typing import Any

import pytest

import desktop_app as gr
from desktop_app.blocks import context
from desktop_app.blocks.block import Block

KNOWN: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "api" / "components.json").read_text())
WITH_EVENTS = [name for name, known in KNOWN.items() if known["events"]]
NOT_IN_ORDER = {
    "Blocks": "its arguments go by name alone: no script gives the first, analytics_enabled, without one",
    "Examples": "without _api_mode",
    "ParamViewer": "what stands behind linkify goes by name, as for every other component",
}
LEFT_OUT = {
    ("Examples", "_api_mode"): "private to Gradio",
    ("Interface", "_api_mode"): "private to Gradio",
}
OTHER_DEFAULTS = {
    ("Blocks", "title"): "a program of its own is not called Gradio",
    ("Examples", "label"): "None shows none here; Gradio shows its own word for None",
    ("Interface", "flagging_dir"): "it is below the folder for the app's data, where none is hidden",
}
NOT_TRIED = {  # with the default as the list has it
    ("Dropdown", "value"): "Gradio's name for no value given",
}
OTHER_EVENTS = {
    ("Blocks", "load"): "Gradio has it, too, as a method",
    ("Blocks", "unloading"): "for `unload`, which is a method in both",
    ("BrowserState", "deleted"): "a value can be deleted here",
    ("Code", "save"): "for its button, and for no author",
    ("DateTime", "input"): "every field tells here what a user does",
    ("HighlightedText", "input"): "every field tells here what a user does",
    ("HTML", "server_call"): "for server_functions, and for no author",
}


def arguments(name: str) -> dict[str, inspect.Parameter]:
    """Return what `gr.<name>` takes."""
    return dict(inspect.signature(getattr(gr, name)).parameters)


@pytest.mark.parametrize("name", KNOWN)
def test_every_argument_is_taken(name):
    """By its name, and without one in the same order."""
    taken = arguments(name)
    wanted = {*KNOWN[name]["in order"], *KNOWN[name]["by name"]}
    assert wanted - set(taken) == {argument for block, argument in LEFT_OUT if block == name}
    without_name = [each.name for each in taken.values() if each.kind is each.POSITIONAL_OR_KEYWORD]
    assert (without_name == list(KNOWN[name]["in order"])) is (name not in NOT_IN_ORDER)


def pairs() -> list[tuple[str, str, Any]]:
    """Return each name with each of its arguments that has a default, and the default."""
    return [
        (name, argument, default)
        for name, known in KNOWN.items()
        for argument, default in (known["in order"] | known["by name"]).items()
        if default != "<required>" and (name, argument) not in (LEFT_OUT | NOT_TRIED) and argument != "render"
    ]


@pytest.mark.parametrize(("name", "argument", "default"), pairs())
def test_leaving_an_argument_out_is_giving_its_default(name, argument, default):
    """The default is taken, and makes what is made without it."""
    same = held(name, argument) == held(name, argument, **{argument: default})
    assert same is ((name, argument) not in OTHER_DEFAULTS)


def held(name: str, argument: str, **given: Any) -> Any:
    """Return what one holds of an argument when it is made with those that are given."""
    block = made(name, **given)
    if isinstance(block, gr.Examples):  # it keeps no arguments
        return block.dataset.label if argument == "label" else given.get(argument, arguments(name)[argument].default)
    value = getattr(block, "tab_id" if argument == "id" else argument)
    return value if isinstance(value, bool | int | float | str | list | dict | None) else repr(value)


def made(name: str, **given: Any) -> Any:
    """Return one that is made with these arguments, and those that it cannot be made without."""
    around_function = {"fn": str.upper, "inputs": "text", "outputs": "text"}
    needed: dict[str, dict[str, Any]] = {"Interface": around_function}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of those that have no effect
        if name == "TabbedInterface":
            needed[name] = {"interface_list": [gr.Interface(**around_function)]}
        with contextlib.nullcontext() if context.open_blocks() else gr.Blocks():
            if name == "Examples":
                needed[name] = {"examples": [["a"]], "inputs": gr.Textbox()}
            return getattr(gr, name)(**{**needed.get(name, {}), **given})


@pytest.mark.parametrize("name", KNOWN)
def test_every_event_is_there(name):
    """No more and no less, but for those with a reason."""
    block = getattr(gr, name)
    events = set(block.known_events()) if issubclass(block, Block) else set()
    more = {event for other, event in OTHER_EVENTS if issubclass(block, getattr(gr, other))}
    assert events == {*KNOWN[name]["events"], *more}


@pytest.mark.parametrize("name", WITH_EVENTS)
def test_every_event_takes_a_listener(name):
    """As a method, by a decorator, and by `on`."""
    with gr.Blocks() as demo:
        block = made(name)
        before = len(demo.listeners)
        for event in KNOWN[name]["events"]:
            getattr(block, event)(lambda: None)
            getattr(block, event)()(lambda: None)
        gr.on([getattr(block, event) for event in KNOWN[name]["events"]], lambda: None)
    assert len(demo.listeners) == before + 2 * len(KNOWN[name]["events"]) + 1


def test_every_difference_is_of_something_in_the_list():
    """One that is none any more goes."""
    for name, argument in LEFT_OUT | OTHER_DEFAULTS | NOT_TRIED:
        assert argument in KNOWN[name]["in order"] | KNOWN[name]["by name"]
    assert set(NOT_IN_ORDER) <= set(KNOWN)
