"""The timers of a session."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.components.timer import Timer
from desktop_app.events.data import EventData
from desktop_app.session.cause import Cause
from desktop_app.session.clock import Clock

if TYPE_CHECKING:
    from desktop_app.session.session import Session


class Timers:
    """Lets timers tick, each at its own pace, without a thread or the page.

    Args:
        session: whose timers they are.
        clock: tells when one is due.
    """

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock
        self._lock = threading.Lock()
        self._due: dict[Timer, tuple[int, float]] = {}
        self._stopped = False

    def start_all(self) -> None:
        """Let all timers tick that there are."""
        for block in self._session.scene:
            if isinstance(block, Timer):
                self.start(block)

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

    def _interval(self, timer: Timer) -> float | None:
        """Return the seconds between two ticks; None for one that rests, or that nobody listens to."""
        values, scene = self._session.values, self._session.scene
        active = values.view(timer).active and scene.listeners(timer, "tick")
        return float(values[timer]) if active else None

    def _cancel(self, timer: Timer) -> None:
        number, _ = self._due.pop(timer, (None, 0))
        self._clock.cancel(number)

    def _fire(self, timer: Timer, interval: float) -> None:
        with self._lock:
            if timer not in self._due:
                return
            self._due[timer] = (self._clock.later(interval, partial(self._fire, timer, interval)), interval)
        for listener in self._session.scene.listeners(timer, "tick"):
            self._session.run(listener, Cause(EventData(timer)))
