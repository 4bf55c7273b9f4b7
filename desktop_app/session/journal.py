"""What happened last in the app's windows."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import NamedTuple

from desktop_app.state.last_write import Writer, writer


class Happening(NamedTuple):
    """Something that happened in a window.

    Attributes:
        time: when, in seconds since the epoch.
        window: the id of the window.
        what: a load, an event, or the listener that ran.
        outcome: how the listener ended; empty for what is no listener.
        seconds: how long it ran.
    """

    time: float
    window: str
    what: str
    outcome: str = ""
    seconds: float = 0


class Journal:
    """Keeps the last happenings, for whoever looks; to note one costs next to nothing.

    Args:
        length: how many are kept.
    """

    def __init__(self, length: int = 200) -> None:
        self._happenings: deque[Happening] = deque(maxlen=length)
        self._lock = threading.Lock()
        self._follower: Callable[[], None] | None = None

    def note(self, window: str, what: str, outcome: str = "", seconds: float = 0) -> None:
        """Keep what has happened just now, and tell who follows."""
        with self._lock:
            self._happenings.append(Happening(time.time(), window, what, outcome, seconds))
        follower = self._follower
        if follower is not None:
            follower()

    def last(self) -> list[Happening]:
        """Return what is kept, oldest first."""
        with self._lock:
            return list(self._happenings)

    def follow(self, follower: Callable[[], None]) -> None:
        """Call `follower`, and no other, after each happening, on the thread it happened on; it must not block."""
        self._follower = follower

    def forget(self, follower: Callable[[], None]) -> None:
        """Call it no more, if it is still the one."""
        if self._follower == follower:
            self._follower = None


class Run:
    """One run of a listener: what is written meanwhile is written by it, and at the end the journal says how it went.

    Args:
        journal: None keeps nothing.
        window: the id of the window.
        name: of the listener.
    """

    def __init__(self, journal: Journal | None, window: str, name: str) -> None:
        self._journal = journal
        self._by = Writer(f"{name}()", window)
        self.outcome = "done"

    def __enter__(self) -> Run:
        self._token = writer.set(self._by)
        self._begun = time.perf_counter()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        writer.reset(self._token)
        if self._journal is not None:
            outcome = f"failed: {kind.__name__}" if kind is not None else self.outcome
            self._journal.note(self._by.window, self._by.name, outcome, time.perf_counter() - self._begun)
