"""Waiting for what the user has entered, before listeners run for what the page does not tell of."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable

from desktop_app.session.clock import Clock
from desktop_app.session.page import Page

log = logging.getLogger("desktop_app")
PATIENCE = 1.0  # seconds for a page that does not answer


class Gatherings:
    """Asks the page for the values that are not known yet, and goes on when they are.

    The page sends what is entered with its own events; a menu or the window's cross have to ask for it.

    Args:
        page: whom to ask.
        clock: ends the wait for a page that hangs; what is known has to do then.
    """

    def __init__(self, page: Page, clock: Clock) -> None:
        self._page = page
        self._clock = clock
        self._numbers = itertools.count(1)
        self._waiting: dict[int, tuple[Callable[[], None], int]] = {}  # with the call of the clock that gives up
        self._lock = threading.Lock()

    def then(self, go_on: Callable[[], None]) -> None:
        """Run `go_on` once all is known."""
        with self._lock:
            number = next(self._numbers)
            self._waiting[number] = go_on, self._clock.later(PATIENCE, lambda: self._give_up(number))
        self._page.gather(number)

    def taken(self, number: int) -> None:
        """The page has answered, and what it said is known."""
        with self._lock:
            go_on, patience = self._waiting.pop(number, (None, None))
        if go_on is not None:
            self._clock.cancel(patience)
            go_on()

    def _give_up(self, number: int) -> None:
        with self._lock:
            waits = number in self._waiting
        if waits:
            log.warning("the page does not say what the user has entered; listeners get what is known")
            self.taken(number)
