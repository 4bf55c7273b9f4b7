"""Which arguments a handler gets: its inputs in order, and what its annotations ask for."""

from __future__ import annotations

import inspect
import typing
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from desktop_app.events.data import EventData
from desktop_app.events.request import Request

_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


class Arguments:
    """The plan by which a function is called.

    Args:
        fn: the author's function.
        inputs: how many values the listener hands it.
        name: what messages call the function.

    A parameter annotated with Request or EventData is filled by us and takes no input, wherever it stands.
    A wrong number of inputs is warned of here, when the listener is made.
    """

    def __init__(self, fn: Callable[..., Any], inputs: int, name: str) -> None:
        try:
            parameters = list(inspect.signature(fn).parameters.values())
        except (TypeError, ValueError):  # some builtins have no signature
            parameters = [inspect.Parameter("args", inspect.Parameter.VAR_POSITIONAL)]
        hints = _hints(fn)
        injected = {
            p.name: kind for p in parameters if (kind := _injected(hints.get(p.name, p.annotation))) is not None
        }
        self._positions = [
            (position, injected[p.name])
            for position, p in enumerate(p for p in parameters if p.kind in _POSITIONAL)
            if p.name in injected
        ]
        self._keywords = {
            p.name: injected[p.name] for p in parameters if p.kind is p.KEYWORD_ONLY and p.name in injected
        }
        _check_count([p for p in parameters if p.name not in injected], inputs, name)

    def fill(
        self, values: Sequence[object], request: Request, data: EventData
    ) -> tuple[list[object], dict[str, object]]:
        """Return the positional and keyword arguments for one call."""
        args = list(values)
        for position, kind in self._positions:
            args.insert(position, _make(kind, request, data))
        return args, {name: _make(kind, request, data) for name, kind in self._keywords.items()}


def _hints(fn: Callable[..., Any]) -> dict[str, Any]:
    """Resolve annotations; a name that does not resolve leaves all of them as they were written."""
    try:
        return typing.get_type_hints(getattr(fn, "func", fn))
    except Exception:  # an author's annotation may be anything, and none of it is ours to judge
        return {}


def _injected(annotation: object) -> type[Request] | type[EventData] | None:
    """Return what to fill a parameter of this annotation with, also for `Request | None`."""
    for kind in (annotation, *typing.get_args(annotation)):
        if isinstance(kind, type) and issubclass(kind, Request | EventData):
            return kind
    return None


def _make(kind: type[Request] | type[EventData], request: Request, data: EventData) -> object:
    return request if issubclass(kind, Request) else kind(data.target, data.value)


def _check_count(parameters: list[inspect.Parameter], inputs: int, name: str) -> None:
    positional = [p for p in parameters if p.kind in _POSITIONAL]
    least = sum(p.default is p.empty for p in positional)
    unlimited = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    if inputs < least or (inputs > len(positional) and not unlimited):
        takes = f"{least}" if least == len(positional) else f"{least} to {len(positional)}"
        warnings.warn(
            f"{name}() takes {takes} value(s), but the listener has {inputs} input(s). "
            "Give it one input component per parameter.",
            stacklevel=6,
        )
