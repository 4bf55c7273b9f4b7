"""What is under way, so that one can wait until nothing is."""

from __future__ import annotations

import itertools
import threading
import time

from desktop_app.errors import StillRunning


class Activity:
    """Counts what has begun and not ended, by name."""

    def __init__(self) -> None:
        self._running: dict[int, str] = {}
        self._change = threading.Condition()
        self._numbers = itertools.count()
        self._asking = 0

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
            if len(self._running) <= self._asking:
                self._change.notify_all()

    def user_asked(self) -> None:
        """Something that has begun waits for the user from here on, and nobody is to wait for it."""
        with self._change:
            self._asking += 1
            self._change.notify_all()

    def user_answered(self) -> None:
        """It goes on."""
        with self._change:
            self._asking -= 1

    def wait(self, timeout: float) -> None:
        """Return when nothing is under way, but for what waits for the user.

        Args:
            timeout: seconds.

        Raises:
            StillRunning: something is after that time; the message names it.
        """
        deadline = time.monotonic() + timeout
        with self._change:
            while len(self._running) > self._asking:
                left = deadline - time.monotonic()
                if left <= 0:
                    names = ", ".join(sorted(set(self._running.values())))
                    raise StillRunning(f"Still running after {timeout:g} s: {names}.")
                self._change.wait(left)
