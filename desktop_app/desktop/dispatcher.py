"""The thread that acts upon what windows say, so that the GUI thread never waits for Python code."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue

log = logging.getLogger("desktop_app.desktop")


class Dispatcher:
    """Runs calls one after the other, in the order they were put."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="dispatcher", daemon=True)
        self._thread.start()

    def put(self, call: Callable[[], object]) -> None:
        """Run `call` after those that were put before; returns at once."""
        self._calls.put(call)

    def finish(self, timeout: float) -> bool:
        """Run what was put and stop; return False if that takes longer than `timeout` seconds."""
        self._calls.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            try:
                call()
            except Exception:
                log.exception("an event of a window could not be handled")
