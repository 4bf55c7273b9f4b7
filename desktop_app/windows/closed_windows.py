"""Windows that were closed and can be opened again."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from desktop_app.blocks.blocks import Blocks
from desktop_app.session.clock import Clock
from desktop_app.windows.window import Window

MOST = 10  # windows that are remembered


class ClosedWindows:
    """Remembers the windows that were closed last, and for a while the sessions of those that keep them.

    Args:
        clock: tells when a session has been kept long enough.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._windows: list[Window] = []  # the last one at the end
        self._lock = threading.Lock()

    def __bool__(self) -> bool:
        return bool(self._windows)

    def replace(self, successors: Mapping[Blocks, Blocks]) -> None:
        """Let them show other blocks when they are opened again."""
        with self._lock:
            for window in self._windows:
                window.blocks = successors.get(window.blocks, window.blocks)

    @property
    def kept(self) -> list[Window]:
        """Those whose sessions are kept."""
        with self._lock:
            return [window for window in self._windows if window.kept is not None]

    def add(self, window: Window, seconds: float) -> None:
        """Remember a window that was closed just now; its session, if it is kept, for so many seconds."""
        with self._lock:
            self._windows.append(window)
            gone = self._windows[:-MOST]
            del self._windows[:-MOST]
        for each in gone:
            self.let_go(each)
        if window.kept is not None:
            self._clock.later(seconds, lambda: self.let_go(window))

    def take_last(self) -> Window | None:
        """Return the window that was closed last, and forget it; None if there is none."""
        with self._lock:
            return self._windows.pop() if self._windows else None

    def let_go(self, window: Window) -> None:
        """End the session that is kept of a window, if it is; the window itself is remembered."""
        with self._lock:
            session, window.kept = window.kept, None
        if session is not None:
            session.end()

    def end(self) -> None:
        """End all sessions that are kept, and forget the windows."""
        with self._lock:
            windows, self._windows = self._windows, []
        for window in windows:
            self.let_go(window)
