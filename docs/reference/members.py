"""What an entry has that authors use."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import desktop_app as gr
from desktop_app import testing
from desktop_app.blocks.block import Block
from desktop_app.blocks.own_window import OwnWindow
from desktop_app.events.dependency import Dependency
from desktop_app.events.event import Trigger
from desktop_app.events.listen import ListenerOptions
from desktop_app.testing.headless_desk import HeadlessDesk
from docs.reference.docstring import Docstring
from docs.reference.groups import PLACES
from docs.reference.signature import parameters

METHODS: dict[type, tuple[str, ...]] = {  # of blocks; the others are for who makes a component
    gr.Blocks: ("launch", "route", "queue", "unload", "close"),
    gr.GlobalState: ("value", "set", "update"),
    gr.BrowserState: ("delete",),
}
FOR_US = {  # public among our own rooms
    gr.App: {"run", "finish", "show_about", "desk", "can_reopen", "can_inspect", "inspector", "replace", "running"},
    gr.Window: {"session", "arrange", "arrangement", "surface", "replace", "take_kept"},
    gr.Progress: {"bound", "bars", "enter", "leave"},
    gr.Examples: {"load_example", "answer_example", "answer_all"},
    Trigger: {"answers"},
    testing.HeadlessApp: {"open", "screens", "open_link"},
    testing.HeadlessWindow: {"page", "session"},
    HeadlessDesk: {"notify", "read_clipboard", "write_clipboard", "show_badge", "show_progress"},
}
MADE_FOR_THEM = {
    *(gr.App, gr.Window, gr.Request, gr.FlaggingCallback, OwnWindow, Trigger, Dependency, ListenerOptions),
    *(testing.HeadlessWindow, HeadlessDesk),
}
OWN_EVENTS = {"unloading", "server_call", "save"}  # for no listener but our own
COMMON_EVENTS = {
    "change": "its value is another now, whoever has changed it.",
    "input": "the user has changed its value.",
    "select": "the user has selected something; see `SelectData`.",
    "focus": "the user has come to it.",
    "blur": "the user has left it.",
    "submit": "the user has pressed Enter in it.",
    "click": "the user has pressed it.",
    "expand": "the user has opened it.",
    "collapse": "the user has closed it.",
}


def arguments(of: Any) -> tuple[dict[str, str], dict[type, list[str]], list[str]]:
    """Return what is said of the arguments of something.

    Returns:
        Its own with what is said of them; the names of those that another class on a page tells of, by that class; and
        the names of those of which nothing is said.
    """
    classes = [each for each in of.__mro__ if each is not object] if isinstance(of, type) else [of]
    said = {each: Docstring(each).items("Args") for each in classes}
    own: dict[str, str] = {}
    others: dict[type, list[str]] = {}
    silent: list[str] = []
    for parameter in parameters(of):
        where = next((each for each in classes if parameter.name in said[each]), None)
        if where is None:
            silent.append(parameter.name)
        elif where is not of and where in PLACES:
            if not _is_in_page(of):  # what the page is told does not matter to it
                continue
            others.setdefault(where, []).append(parameter.name)
        else:
            own[parameter.name] = said[where][parameter.name]
    return own, others, silent


def _is_in_page(of: type) -> bool:
    return not issubclass(of, Block) or of is Block or of.in_tree


def events(of: type[Block]) -> dict[str, str]:
    """Return the events of a block, each with what is said of it."""
    said: dict[str, str] = {}
    for each in reversed(of.__mro__):
        said |= Docstring(each).items("Events")
    names = [name for name in dict.fromkeys((*of.known_events(), *said)) if name not in OWN_EVENTS]
    if issubclass(of, gr.HTML):  # its script tells the others, whatever they mean there
        names = [name for name in names if name in said]
    return {name: said.get(name) or COMMON_EVENTS[name] for name in names}


def attributes(of: type) -> dict[str, str]:
    """Return what authors read of an object of a class, or set, each with what is said of it."""
    docstring = Docstring(of)
    told = docstring.items("Args") if of in (gr.Request, gr.EventData) else {}
    found = {name: Docstring(each).text for name, each in _members(of) if isinstance(each, property)}
    return told | docstring.items("Attributes") | {name: _as_row(text) for name, text in found.items()}


def methods(of: type) -> dict[str, Callable[..., Any]]:
    """Return what authors call of an object of a class."""
    found = {name: each for name, each in _members(of) if not isinstance(each, property)}
    return {name: each.__func__ if isinstance(each, classmethod) else each for name, each in found.items()}


def _as_row(text: str) -> str:
    """A row of a table goes on where its name ends."""
    line = " ".join(text.split())
    return line[0].lower() + line[1:]


def _members(of: type) -> Iterator[tuple[str, Any]]:
    if issubclass(of, Block):
        yield from ((name, inspect.getattr_static(of, name)) for name in METHODS.get(of, ()))
        return
    for name, member in vars(of).items():
        told = inspect.isfunction(member) or isinstance(member, property | classmethod)
        public = (not name.startswith("_") or name == "__call__") and name not in FOR_US.get(of, ())
        told_before = any(name in vars(base) for base in of.__mro__[1:] if base in PLACES)
        if told and public and not told_before:
            yield name, member


def has_arguments(of: type) -> bool:
    """Tell whether authors make one, and say how."""
    return of not in MADE_FOR_THEM and not issubclass(of, gr.EventData) and bool(parameters(of))
