"""How often the process of a window's page has died lately."""

from __future__ import annotations

import time

MOST, SPAN = 3, 60.0  # deaths within so many seconds after which loading the page again is no use


class PageDeaths:
    """Counts the deaths of one window's page, so that it is not loaded for ever to die again."""

    def __init__(self) -> None:
        self._moments: list[float] = []

    def note(self) -> bool:
        """Note a death, and return whether there were too many lately."""
        now = time.monotonic()
        self._moments = [*(moment for moment in self._moments if now - moment < SPAN), now]
        return len(self._moments) >= MOST

    def forget(self) -> None:
        """Begin anew: the user wants another try."""
        self._moments.clear()
