"""The annotations of a function's parameters, each resolved by itself."""

from __future__ import annotations

import functools
import inspect
import typing
from collections.abc import Callable, Iterable
from typing import Any


def resolved_annotations(fn: Callable[..., Any], parameters: Iterable[inspect.Parameter]) -> dict[str, Any]:
    """Return what each parameter is annotated with, by name.

    An annotation that is a text is looked up where the function was written. One that cannot be, such as a name that
    is imported for type checkers alone, stays a text; the others do not suffer from it.
    """
    namespace = getattr(inspect.unwrap(_function(fn)), "__globals__", {})
    return {p.name: _resolved(p.annotation, namespace) for p in parameters}


def _function(fn: Any) -> Any:
    """Return the function that is called in the end, which knows the names around it."""
    if isinstance(fn, functools.partial):
        return _function(fn.func)
    if isinstance(fn, type):
        return fn.__init__  # type: ignore[misc]
    return fn if inspect.isroutine(fn) or hasattr(fn, "__wrapped__") else type(fn).__call__


def _resolved(annotation: Any, namespace: dict[str, Any]) -> Any:
    def holder() -> None: ...

    holder.__annotations__ = {"annotation": annotation}
    try:
        return typing.get_type_hints(holder, namespace)["annotation"]
    except Exception:  # an author's annotation may be anything, and none of it is ours to judge
        return annotation
