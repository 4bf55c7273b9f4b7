"""Which arguments a handler gets: its inputs in order, and what its parameters ask for."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Sequence
from typing import Any

from desktop_app.author_warning import warn_author
from desktop_app.blocks.block import Block
from desktop_app.events.annotations import resolved_annotations
from desktop_app.events.data import EventData
from desktop_app.events.progress import Progress
from desktop_app.events.properties import Properties
from desktop_app.events.request import Request

_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
Progressed = Callable[[Progress], None]
Fill = Callable[[Request, EventData, Progressed | None], Any]


class Arguments:
    """The plan by which a function is called.

    A parameter annotated with Request or a kind of EventData, or whose default is a Progress or a Cache, is filled by
    us and takes no input, wherever it stands. One annotated with a component's class gets the input's `Properties`; a
    State is what it holds, however it is annotated. A wrong number of inputs is warned of here, when the listener is
    made.

    Args:
        fn: the author's function.
        inputs: how many values the listener hands it; None if its caller decides.
        name: what messages call the function.
    """

    def __init__(self, fn: Callable[..., Any], inputs: int | None, name: str) -> None:
        parameters = _parameters(fn)
        asked = resolved_annotations(fn, parameters)
        filled = {p.name: fill for p in parameters if (fill := _filled(p, asked[p.name])) is not None}
        positional = [p for p in parameters if p.kind in _POSITIONAL]
        taken = [p for p in positional if p.name not in filled]
        self._places = [(place, p.name, filled[p.name]) for place, p in enumerate(positional) if p.name in filled]
        self._keywords = [(p.name, filled[p.name]) for p in parameters if p.kind is p.KEYWORD_ONLY and p.name in filled]
        self._as_properties = [place for place, p in enumerate(taken) if _is_component(asked[p.name])]
        if inputs is not None:
            _check_count([p for p in parameters if p.name not in filled], inputs, name)

    def fill(
        self,
        values: Sequence[object],
        views: Sequence[Block],
        request: Request,
        data: EventData,
        progressed: Progressed | None,
    ) -> tuple[list[object], dict[str, object]]:
        """Return the positional and keyword arguments for one call.

        Args:
            values: those of the inputs.
            views: the inputs with the properties that they have in the session; none for values of several sessions.
            request: names the session.
            data: what the event carries.
            progressed: is called when the function tells how far it is; None for a run that nobody watches.
        """
        args = list(values)
        for place in self._as_properties:
            if place < len(args) and place < len(views):
                args[place] = Properties(views[place], args[place])
        kwargs = {name: fill(request, data, progressed) for name, fill in self._keywords}
        for place, name, fill in self._places:
            if place <= len(args):
                args.insert(place, fill(request, data, progressed))
            else:  # a parameter before it is left to its default
                kwargs[name] = fill(request, data, progressed)
        return args, kwargs


def _parameters(fn: Callable[..., Any]) -> list[inspect.Parameter]:
    try:
        return list(inspect.signature(fn).parameters.values())
    except (TypeError, ValueError):  # some builtins have no signature
        return [inspect.Parameter("args", inspect.Parameter.VAR_POSITIONAL)]


def _filled(parameter: inspect.Parameter, annotation: object) -> Fill | None:
    """Return what makes the argument, for a parameter that takes no input."""
    default = parameter.default
    if isinstance(default, Progress):
        return lambda request, data, progressed: default if progressed is None else default.bound(progressed)
    if default is not parameter.empty:
        from desktop_app.events.cache import Cache  # most handlers do without

        if isinstance(default, Cache):
            return lambda request, data, progressed: default
    for kind in (annotation, *typing.get_args(annotation)):  # also Request | None
        if isinstance(kind, type) and issubclass(kind, Request):
            return lambda request, data, progressed: request
        if isinstance(kind, type) and issubclass(kind, EventData):
            return _event_data(kind)
    return None


def _event_data(kind: type[EventData]) -> Fill:
    return lambda request, data, progressed: kind(data.target, data._data)


def _is_component(annotation: object) -> bool:
    from desktop_app.state.session_state import State  # which is a component, and those need events

    return isinstance(annotation, type) and issubclass(annotation, Block) and not issubclass(annotation, State)


def _check_count(parameters: list[inspect.Parameter], inputs: int, name: str) -> None:
    positional = [p for p in parameters if p.kind in _POSITIONAL]
    least = sum(p.default is p.empty for p in positional)
    unlimited = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    if inputs < least or (inputs > len(positional) and not unlimited):
        takes = f"{least}" if least == len(positional) else f"{least} to {len(positional)}"
        takes = f"at least {least}" if unlimited else takes
        warn_author(
            f"{name}() takes {takes} value(s), but the listener has {inputs} input(s). "
            "Give it one input component per parameter."
        )
