"""Listeners that follow from one cause, whose changes are shown together."""

from __future__ import annotations

import threading

from desktop_app.session.clock import Clock
from desktop_app.session.page import Page

LIMIT = 0.1  # seconds after which what is done is shown, though another listener still runs


class Wave:
    """Holds the page back until all have run, so that many shared values reach a window in one push.

    Args:
        size: how many listeners.
        page: is held back.
        clock: lets it go when a listener takes its time.
    """

    def __init__(self, size: int, page: Page, clock: Clock) -> None:
        self._left = size
        self._page = page
        self._clock = clock
        self._lock = threading.Lock()
        self._held = True
        page.hold()
        self._limit = clock.later(LIMIT, self._let_go)

    def done(self) -> None:
        """One of the listeners has run, or will not run."""
        with self._lock:
            self._left -= 1
            last = self._left == 0
        if last:
            self._clock.cancel(self._limit)
            self._let_go()

    def _let_go(self) -> None:
        with self._lock:
            held, self._held = self._held, False
        if held:
            self._page.release()
