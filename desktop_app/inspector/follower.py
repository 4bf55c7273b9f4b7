"""Hears of every change in the app, and says so a few times a second at most."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from desktop_app.session.runner import Runner
from desktop_app.state.cell import Cell

PAUSE = 0.2  # seconds between a change and telling of it, with all others that come meanwhile


class Follower:
    """Follows the journal and the shared values from its making until `stop`.

    Args:
        runner: whose journal and clock to use.
        changed: is told on the clock's thread; must not block.
    """

    def __init__(self, runner: Runner, changed: Callable[[], None]) -> None:
        self._runner = runner
        self._changed = changed
        self._lock = threading.Lock()
        self._due: int | None = None
        self._stopped = False
        self._cells: set[Cell] = set()
        runner.journal.follow(self._soon)

    def follow(self, cells: Iterable[Cell]) -> None:
        """Hear of changes of these as well."""
        with self._lock:
            if self._stopped:
                return
            new = set(cells) - self._cells
            self._cells |= new
        for cell in new:
            cell.listen(self, lambda *_: self._soon())

    def stop(self) -> None:
        """Tell of nothing more."""
        self._runner.journal.forget(self._soon)
        with self._lock:
            self._stopped = True
            self._runner.clock.cancel(self._due)
            cells, self._cells = self._cells, set()
        for cell in cells:
            cell.forget(self)

    def _soon(self) -> None:
        with self._lock:
            if self._due is None and not self._stopped:
                self._due = self._runner.clock.later(PAUSE, self._tell)

    def _tell(self) -> None:
        with self._lock:
            self._due = None
        self._changed()
