"""What is under way, so that one can wait until nothing is."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable

from desktop_app.errors import StillRunning


class Activity:
    """Counts what has begun and not ended, by name."""

    def __init__(self) -> None:
        self._running: dict[int, str] = {}
        self._change = threading.Condition()
        self._numbers = itertools.count()

    def begin(self, name: str) -> int:
        """Note that something has begun; give the number returned to `end`."""
        with self._change:
            number = next(self._numbers)
            self._running[number] = name
            return number

    def end(self, number: int) -> None:
        """Note that it has ended."""
        with self._change:
            del self._running[number]
            if not self._running:
                self._change.notify_all()

    def look_again(self) -> None:
        """Let who waits ask again whether to wait any longer."""
        with self._change:
            self._change.notify_all()

    def wait(self, timeout: float, unless: Callable[[], bool] = lambda: False) -> None:
        """Return when nothing is under way.

        Args:
            timeout: seconds.
            unless: tells whether there is another reason to return.

        Raises:
            StillRunning: something is after that time; the message names it.
        """
        deadline = time.monotonic() + timeout
        with self._change:
            while self._running and not unless():
                left = deadline - time.monotonic()
                if left <= 0:
                    names = ", ".join(sorted(set(self._running.values())))
                    raise StillRunning(f"Still running after {timeout:g} s: {names}.")
                self._change.wait(left)
