"""Noticing what other processes write, cheaply."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress

from desktop_app.errors import StoreError

log = logging.getLogger("desktop_app")
INTERVAL = 0.5  # seconds between two looks; an idle app wakes up no more often

Look = Callable[[list[str], object], tuple[object, dict[str, int]]]


class Watched:
    """A key that is watched: the revision known last, and whom to call."""

    def __init__(self, key: str, revision: int, changed: Callable[[], None]) -> None:
        self.key = key
        self.revision = revision
        self.changed = changed


class Watching:
    """Looks twice a second whether a watched key has another revision, in a thread that runs only while one is watched.

    Args:
        look: gets the keys and the mark it returned last; returns a mark, and the keys' revisions if it is another one.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._lock = threading.Lock()
        self._watched: list[Watched] = []
        self._stop: threading.Event | None = None

    def add(self, key: str, revision: int, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` when the key has another revision than this one; return what ends that."""
        watched = Watched(key, revision, changed)
        with self._lock:
            self._watched.append(watched)
            if self._stop is None:
                self._stop = threading.Event()
                threading.Thread(target=self._run, args=(self._stop,), name="store-watch", daemon=True).start()

        def end() -> None:
            with self._lock:
                if watched in self._watched:
                    self._watched.remove(watched)
                if not self._watched:
                    self._end_thread()

        return end

    def wrote(self, key: str, revision: int) -> None:
        """Take note of an own write: it is no news."""
        with self._lock:
            for watched in self._watched:
                if watched.key == key:
                    watched.revision = revision

    def close(self) -> None:
        """Watch nothing any more."""
        with self._lock:
            self._watched.clear()
            self._end_thread()

    def _end_thread(self) -> None:
        if self._stop:
            self._stop.set()
            self._stop = None

    def _run(self, stop: threading.Event) -> None:
        mark: object = None
        while not stop.wait(INTERVAL):
            with self._lock:
                keys = [watched.key for watched in self._watched]
            with suppress(StoreError):  # who reads or writes next is told; this looks again
                mark, revisions = self._look(keys, mark)
                for watched in self._differing(revisions):
                    try:
                        watched.changed()
                    except Exception:
                        log.exception("%r changed in another process; what was to be done then failed", watched.key)

    def _differing(self, revisions: dict[str, int]) -> list[Watched]:
        with self._lock:
            found = [each for each in self._watched if revisions.get(each.key, each.revision) != each.revision]
            for watched in found:
                watched.revision = revisions[watched.key]
            return found
