"""What stands in for a durable store whose file can be read, but not written now."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from desktop_app.state.disk_trouble import LOCKED, trouble
from desktop_app.state.salvage import salvage
from desktop_app.state.soundness import complaint
from desktop_app.state.sqlite_file import connect
from desktop_app.state.sqlite_rows import read_rows
from desktop_app.state.store import Entry, Store
from desktop_app.state.write_ahead_log import log_of


class ReadStore:
    """Has what could be read of a file that cannot be written, and tries again to open it with each write.

    Args:
        entries: what could be read.
        reopen: opens the file, or raises StoreError.
        notice: why it cannot be written, for the user.
    """

    durable = True  # what it takes is kept; what it cannot keep is refused

    def __init__(self, entries: Mapping[str, Entry], reopen: Callable[[], Store], notice: str) -> None:
        self.notices = [notice]
        self._entries = entries
        self._reopen = reopen
        self._lock = threading.RLock()
        self._store: Store | None = None
        self._watched: list[tuple[str, Callable[[], None], list[Callable[[], None]]]] = []

    def read(self, key: str) -> Entry | None:
        """Return what is stored, as it was when the app started until the file can be used."""
        with self._lock:
            return self._store.read(key) if self._store else self._entries.get(key)

    def update(self, key: str, change: Callable[[Entry | None], Entry | None]) -> Entry | None:
        """Write into the file if it can be used now.

        Raises:
            StoreError: it cannot.
        """
        with self._lock:
            return self._opened().update(key, change)

    def watch(self, key: str, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after another process's write, as soon as the file can be used."""
        with self._lock:
            if self._store:
                return self._store.watch(key, changed)
            ends: list[Callable[[], None]] = []
            self._watched.append((key, changed, ends))

        def end() -> None:
            with self._lock:
                self._watched = [each for each in self._watched if each[2] is not ends]
                for each in ends:
                    each()

        return end

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._store:
                self._store.close()

    def _opened(self) -> Store:
        if self._store is None:
            store = self._reopen()
            self.notices += store.notices
            self._store = store
            for key, changed, ends in self._watched:
                ends.append(store.watch(key, changed))
        return self._store


def read_past_trouble(path: Path) -> Mapping[str, Entry]:
    """Return what can be read of a file that cannot be opened for writing; nothing on the disk is changed."""
    try:
        if not path.is_file():
            return {}
        with closing(connect(path, 0, "ro")) as connection:
            connection.execute("BEGIN")
            if complaint(connection, path) is None:
                return read_rows(connection)
    except (sqlite3.Error, OSError) as error:
        if trouble(error, path) == LOCKED:
            return {}
    with suppress(OSError):  # SQLite needs room for a file beside it, even to read
        return salvage(path.read_bytes(), log_of(path), finished_only=True).entries
    return {}
