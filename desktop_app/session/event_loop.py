"""The one thread that runs the app's `async` handlers."""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
from collections.abc import Coroutine
from functools import cache
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Running(Generic[T]):
    """A coroutine on the app's event loop, for a thread that waits for it.

    Args:
        coroutine: is started at once.
    """

    def __init__(self, coroutine: Coroutine[Any, Any, T]) -> None:
        self._ended: concurrent.futures.Future[T] = concurrent.futures.Future()
        self._loop = _loop()
        self._task: asyncio.Task[T] | None = None
        self._loop.call_soon_threadsafe(self._begin, coroutine)

    def cancel(self) -> None:
        """Cancel it where it waits; whoever waits for its result does so until it has really ended."""
        self._loop.call_soon_threadsafe(lambda: self._task.cancel() if self._task is not None else None)

    def result(self) -> T:
        """Wait for its result.

        Raises:
            CancelledError: that of `concurrent.futures`, if it was cancelled.
            Exception: what it raised.
        """
        return self._ended.result()

    def _begin(self, coroutine: Coroutine[Any, Any, T]) -> None:
        self._task = self._loop.create_task(coroutine)
        self._task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[T]) -> None:
        if task.cancelled():
            self._ended.cancel()
            self._ended.set_running_or_notify_cancel()
        elif (error := task.exception()) is not None:
            self._ended.set_exception(error)
        else:
            self._ended.set_result(task.result())


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="event-loop", daemon=True).start()
    return loop
