"""Listeners that run at most once in so many seconds."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial

from desktop_app.events.listener import Listener
from desktop_app.session.cause import Cause
from desktop_app.session.clock import Clock


class Throttle:
    """Runs what comes too soon later; the last of it counts.

    Args:
        clock: tells when a listener may run again.
        run: runs it.
    """

    def __init__(self, clock: Clock, run: Callable[[Listener, Cause], None]) -> None:
        self._clock = clock
        self._run = run
        self._lock = threading.Lock()
        self._last: dict[Listener, float] = {}
        self._waiting: dict[Listener, Cause] = {}

    def run(self, listener: Listener, cause: Cause) -> None:
        """Run a listener now, or as soon as its `stream_every` has passed."""
        with self._lock:
            wait = self._last.get(listener, -1e9) + listener.stream_every - time.monotonic()
            waits_already = listener in self._waiting
            if wait > 0:
                self._waiting[listener] = cause
            else:
                self._last[listener] = time.monotonic()
        if wait <= 0:
            self._run(listener, cause)
        elif not waits_already:
            self._clock.later(wait, partial(self._due, listener))

    def _due(self, listener: Listener) -> None:
        with self._lock:
            cause = self._waiting.pop(listener)
            self._last[listener] = time.monotonic()
        self._run(listener, cause)
