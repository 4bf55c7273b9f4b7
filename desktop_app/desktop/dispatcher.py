"""Acts upon what windows say, so that the GUI thread never waits for Python code."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

from desktop_app.session.pool import Pool

log = logging.getLogger("desktop_app.desktop")


class Dispatcher:
    """Runs calls one after the other, in the order they were put.

    Args:
        pool: has the threads. A call that starts a handler is followed by that handler on the same thread.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._calls: deque[Callable[[], object]] = deque()
        self._change = threading.Condition()
        self._working = False
        self._finished = False

    def put(self, call: Callable[[], object]) -> None:
        """Run `call` after those that were put before; returns at once."""
        with self._change:
            if self._finished:
                return
            self._calls.append(call)
            if self._working:
                return
            self._working = True
        self._pool.submit(self._work, self, brief=True)

    def finish(self, timeout: float) -> bool:
        """Run what was put and stop; return False if that takes longer than `timeout` seconds."""
        with self._change:
            self._finished = True
            return self._change.wait_for(lambda: not self._working, timeout)

    def _work(self) -> None:
        """Run the next call, and leave those after it to the next task: this one's thread may run a handler then."""
        try:
            self._calls.popleft()()
        except Exception:
            log.exception("an event of a window could not be handled")
        with self._change:
            self._working = bool(self._calls)
            if not self._working:
                self._change.notify_all()
                return
        self._pool.submit(self._work, self, brief=True)
