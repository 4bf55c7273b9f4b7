"""The timers of a session."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from desktop_app.components.timer import Timer
from desktop_app.session.clock import Clock


class Timers:
    """Lets timers tick, each at its own pace, without a thread or the page.

    Args:
        clock: tells when one is due.
        interval: returns the seconds between two ticks of a timer; None for one that is not to tick.
        tick: is called at each tick; must not block.
    """

    def __init__(self, clock: Clock, interval: Callable[[Timer], float | None], tick: Callable[[Timer], None]) -> None:
        self._clock = clock
        self._interval = interval
        self._tick = tick
        self._lock = threading.Lock()
        self._due: dict[Timer, tuple[int, float]] = {}
        self._stopped = False

    def start(self, timer: Timer) -> None:
        """Let a timer tick from now on, at the pace that it has now, if at all."""
        interval = self._interval(timer)
        with self._lock:
            due = self._due.get(timer)
            if due is not None and due[1] == interval:
                return
            self._cancel(timer)
            if interval is not None and not self._stopped:
                self._due[timer] = (self._clock.later(interval, partial(self._fire, timer, interval)), interval)

    def forget(self, timer: Timer) -> None:
        """Let a timer tick no more."""
        with self._lock:
            self._cancel(timer)

    def stop(self) -> None:
        """Let none tick any more."""
        with self._lock:
            self._stopped = True
            for timer in list(self._due):
                self._cancel(timer)

    def _cancel(self, timer: Timer) -> None:
        number, _ = self._due.pop(timer, (None, 0))
        self._clock.cancel(number)

    def _fire(self, timer: Timer, interval: float) -> None:
        with self._lock:
            if timer not in self._due:
                return
            self._due[timer] = (self._clock.later(interval, partial(self._fire, timer, interval)), interval)
        self._tick(timer)
