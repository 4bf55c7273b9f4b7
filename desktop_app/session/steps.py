"""The results of a handler, one after the other, whatever kind of function it is."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from typing import Any

from desktop_app.session import event_loop


def steps(fn: Callable[..., Any], args: list[object], kwargs: dict[str, object]) -> Generator[Any, None, None]:
    """Call `fn` and give what it returns; for a generator each thing it yields.

    Plain, async, generator and async generator functions are taken. Closing the iterator closes the generator.
    """
    result = fn(*args, **kwargs)
    if isinstance(result, AsyncGenerator):
        yield from _async_steps(result)
    elif isinstance(result, Generator):
        yield from _closing(result)
    elif inspect.iscoroutine(result):
        yield event_loop.run(result)
    else:
        yield result


def _closing(generator: Generator[Any, None, Any]) -> Iterator[Any]:
    with contextlib.closing(generator):
        yield from generator


def _async_steps(generator: AsyncGenerator[Any, None]) -> Iterator[Any]:
    async def close() -> None:
        await generator.aclose()

    async def step() -> tuple[bool, Any]:
        try:
            return True, await generator.__anext__()
        except StopAsyncIteration:
            return False, None

    try:
        while (more := event_loop.run(step()))[0]:
            yield more[1]
    finally:
        event_loop.run(close())
