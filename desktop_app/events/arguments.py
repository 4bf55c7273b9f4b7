"""Which arguments a handler gets: its inputs in order, and what its parameters ask for."""

from __future__ import annotations

import inspect
import types
import typing
import warnings
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from desktop_app.blocks.block import Block
from desktop_app.events.cache import Cache
from desktop_app.events.data import EventData
from desktop_app.events.progress import Progress
from desktop_app.events.request import Request

_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


class Run(NamedTuple):
    """What a parameter may be filled with.

    Args:
        request: names the session.
        data: what the event carries.
        progressed: is called when the function tells how far it is; None for a run that nobody watches.
    """

    request: Request
    data: EventData
    progressed: Callable[[Progress], None] | None


Fill = Callable[[Run], Any]


class Properties(types.SimpleNamespace):
    """An input as a handler sees it that annotates its parameter with the component's class.

    It has the component's properties as they are in the session, and its `value` as a handler would get it.
    """


class Arguments:
    """The plan by which a function is called.

    A parameter annotated with Request or a kind of EventData, or whose default is a Progress or a Cache, is filled by
    us and takes no input, wherever it stands. One annotated with a component's class gets the input's `Properties`. A
    wrong number of inputs is warned of here, when the listener is made.

    Args:
        fn: the author's function.
        inputs: how many values the listener hands it; None if its caller decides.
        name: what messages call the function.
    """

    def __init__(self, fn: Callable[..., Any], inputs: int | None, name: str) -> None:
        parameters = _parameters(fn)
        hints = _hints(fn)
        filled = {p.name: fill for p in parameters if (fill := _filled(p, hints.get(p.name, p.annotation))) is not None}
        positional = [p for p in parameters if p.kind in _POSITIONAL]
        self._positions = [(place, p.name) for place, p in enumerate(positional) if p.name in filled]
        self._filled = filled
        self._keywords = [p.name for p in parameters if p.kind is p.KEYWORD_ONLY and p.name in filled]
        taken = [p for p in positional if p.name not in filled]
        self._as_properties = [n for n, p in enumerate(taken) if _is_block(hints.get(p.name, p.annotation))]
        if inputs is not None:
            _check_count([p for p in parameters if p.name not in filled], inputs, name)

    def fill(
        self,
        values: Sequence[object],
        views: Sequence[Block],
        request: Request,
        data: EventData,
        progressed: Callable[[Progress], None] | None,
    ) -> tuple[list[object], dict[str, object]]:
        """Return the positional and keyword arguments for one call.

        Args:
            values: those of the inputs.
            views: the inputs with the properties that they have in the session.
            request: names the session.
            data: what the event carries.
            progressed: see `Run`.
        """
        args = list(values)
        for place in self._as_properties:
            if place < len(views):
                args[place] = _properties(views[place], args[place])
        if not self._positions and not self._keywords:
            return args, {}
        run = Run(request, data, progressed)
        kwargs: dict[str, object] = {name: self._filled[name](run) for name in self._keywords}
        for place, name in self._positions:
            if place <= len(args):
                args.insert(place, self._filled[name](run))
            else:  # a parameter before it is left to its default
                kwargs[name] = self._filled[name](run)
        return args, kwargs


def _parameters(fn: Callable[..., Any]) -> list[inspect.Parameter]:
    try:
        return list(inspect.signature(fn).parameters.values())
    except (TypeError, ValueError):  # some builtins have no signature
        return [inspect.Parameter("args", inspect.Parameter.VAR_POSITIONAL)]


def _hints(fn: Callable[..., Any]) -> dict[str, Any]:
    """Resolve annotations; a name that does not resolve leaves all of them as they were written."""
    inner = getattr(fn, "func", fn)  # functools.partial
    try:
        return typing.get_type_hints(inner if inspect.isroutine(inner) else type(inner).__call__)
    except Exception:  # an author's annotation may be anything, and none of it is ours to judge
        return {}


def _filled(parameter: inspect.Parameter, annotation: object) -> Fill | None:
    """Return what makes the argument, for a parameter that takes no input."""
    if isinstance(parameter.default, Cache):
        kept = parameter.default
        return lambda run: kept
    if isinstance(parameter.default, Progress):
        declared = parameter.default
        return lambda run: declared if run.progressed is None else declared.bound(run.progressed)
    for kind in (annotation, *typing.get_args(annotation)):  # also Request | None
        if isinstance(kind, type) and issubclass(kind, Request):
            return lambda run: run.request
        if isinstance(kind, type) and issubclass(kind, EventData):
            return _event_data(kind)
    return None


def _event_data(kind: type[EventData]) -> Fill:
    return lambda run: kind(run.data.target, run.data._data)


def _is_block(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Block)


def _properties(view: Block, value: object) -> Properties:
    known = {f.name: getattr(view, f.name) for f in fields(view)}
    return Properties(**{**known, "value": value})


def _check_count(parameters: list[inspect.Parameter], inputs: int, name: str) -> None:
    positional = [p for p in parameters if p.kind in _POSITIONAL]
    least = sum(p.default is p.empty for p in positional)
    unlimited = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    if inputs < least or (inputs > len(positional) and not unlimited):
        takes = f"{least}" if least == len(positional) else f"{least} to {len(positional)}"
        warnings.warn(
            f"{name}() takes {takes} value(s), but the listener has {inputs} input(s). "
            "Give it one input component per parameter.",
            stacklevel=_outside(),
        )


def _outside() -> int:
    """How far away the author's line is: the first that is not of this package, or of what makes its classes."""
    level, frame = 2, inspect.currentframe()
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] in ("desktop_app", "pydantic"):
        level, frame = level + 1, frame.f_back
    return max(2, level - 2)
