"""Calls at a later time."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable

from desktop_app.session.activity import Activity

log = logging.getLogger("desktop_app")


class Clock:
    """Runs calls when their time has come, on one thread that sleeps until then; started at the first call.

    Args:
        activity: notes a call that is under way.
    """

    def __init__(self, activity: Activity) -> None:
        self._activity = activity
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._live: set[int] = set()
        self._numbers = itertools.count()
        self._change = threading.Condition()
        self._running = False
        self._stopped = False

    def later(self, seconds: float, call: Callable[[], None]) -> int:
        """Run `call` after so many seconds; give the number returned to `cancel`. The call must not block."""
        with self._change:
            number = next(self._numbers)
            self._live.add(number)
            heapq.heappush(self._due, (time.monotonic() + seconds, number, call))
            if not self._running and not self._stopped:
                self._running = True
                threading.Thread(target=self._run, name="clock", daemon=True).start()
            elif self._due[0][1] == number:
                self._change.notify()
            return number

    def cancel(self, number: int | None) -> None:
        """Do not run it, if it has not run."""
        with self._change:
            self._live.discard(number if number is not None else -1)
            if len(self._due) > 2 * len(self._live) + 100:  # what was cancelled takes most of the room
                self._due = [due for due in self._due if due[1] in self._live]
                heapq.heapify(self._due)

    def stop(self) -> None:
        """Run nothing more."""
        with self._change:
            self._stopped = True
            self._change.notify()

    def _run(self) -> None:
        while True:
            with self._change:
                while self._due and self._due[0][1] not in self._live:
                    heapq.heappop(self._due)
                if self._stopped:
                    return
                wait = self._due[0][0] - time.monotonic() if self._due else None
                if wait is None or wait > 0:
                    self._change.wait(wait)
                    continue
                _, number, call = heapq.heappop(self._due)
                self._live.discard(number)
            running = self._activity.begin("clock")
            try:
                call()
            except Exception:
                log.exception("a call of the clock failed")
            finally:
                self._activity.end(running)
            del call  # a thread that waits must not keep a session alive
