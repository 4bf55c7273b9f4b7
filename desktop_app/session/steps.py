"""The results of a handler, one after the other, whatever kind of function it is."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator, Iterator
from typing import Any

from desktop_app.session import event_loop

Wait = Callable[[Coroutine[Any, Any, Any]], Any]


def finished(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Run a coroutine on the app's event loop and wait for its result, on a thread that may wait."""
    return event_loop.Running(coroutine).result()


def is_stream(made: Any) -> bool:
    """Tell whether what a handler returned gives results one after the other."""
    return isinstance(made, Generator | AsyncGenerator)


def steps(made: Any, wait: Wait = finished) -> Generator[Any, None, None]:
    """Give the result of a handler that was called; for a generator each thing it yields.

    Plain, async, generator and async generator functions are taken. Closing the iterator closes the generator.

    Args:
        made: what calling the author's function returned.
        wait: runs a coroutine and returns its result.
    """
    if isinstance(made, AsyncGenerator):
        yield from _async_steps(made, wait)
    elif isinstance(made, Generator):
        yield from _closing(made)
    elif inspect.iscoroutine(made):
        yield wait(made)
    else:
        yield made


def _closing(generator: Generator[Any, None, Any]) -> Iterator[Any]:
    with contextlib.closing(generator):
        yield from generator


def _async_steps(generator: AsyncGenerator[Any, None], wait: Wait) -> Iterator[Any]:
    async def close() -> None:
        await generator.aclose()

    async def step() -> tuple[bool, Any]:
        try:
            return True, await generator.__anext__()
        except StopAsyncIteration:
            return False, None

    try:
        while (more := wait(step()))[0]:
            yield more[1]
    finally:
        finished(close())
