"""What kind of function an author's callable is."""

from __future__ import annotations

import functools
import inspect
from typing import Any


def called(fn: Any) -> Any:
    """Return what is called in the end, which knows what kind of function it is."""
    if isinstance(fn, functools.partial):
        return called(fn.func)
    return fn if inspect.isroutine(fn) or isinstance(fn, type) else type(fn).__call__


def is_generator(fn: Any) -> bool:
    """Tell whether calling `fn` makes a generator, plain or async."""
    function = called(fn)
    return inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function)


def is_async(fn: Any) -> bool:
    """Tell whether calling `fn` makes a coroutine or an async generator."""
    function = called(fn)
    return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)
