"""The durable store: one SQLite file."""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.errors import StoreError
from desktop_app.state.disk_trouble import trouble
from desktop_app.state.memory_store import MemoryStore
from desktop_app.state.read_store import ReadStore, read_past_trouble
from desktop_app.state.sqlite_file import NotSetAside, OpenFile, identity, open_file
from desktop_app.state.sqlite_rows import DamagedRow, read_row, read_rows, write_newer, write_row
from desktop_app.state.store import Entry, Store
from desktop_app.state.watching import Watching

log = logging.getLogger("desktop_app")
NOT_KEPT = "{why} Nothing that this app saves now will be there at its next start."
NOT_WRITTEN = "{why} What was saved can be read, but changes cannot be saved until then."
CLOSE_GRACE = 0.3  # seconds for a change that is being made
RESTART = "start the app again: it sets the damaged file aside and carries over what can be read"
MOVED = "{path} was removed or replaced while the app ran. What was saved there is in the new file as well."


def open_store(path: Path, timeout: float = 5, *, alone: bool = False) -> Store:
    """Return the store of a file, or one that stands in if it cannot be used; what is on the disk stays as it is then.

    If the file can be read, it is, and writes raise StoreError until it can be written again. Otherwise values are kept
    in memory for this run. The `notices` of the store tell the user.

    Args:
        path: of the file.
        timeout: seconds to wait while another process writes.
        alone: True if no other process of the app runs; see `SqliteStore`.
    """
    try:
        return SqliteStore(path, timeout, alone=alone)
    except NotSetAside as error:
        why, entries = str(error), error.entries
    except StoreError as error:
        why, entries = str(error), read_past_trouble(path)
    if entries:
        return ReadStore(entries, lambda: SqliteStore(path, timeout, alone=alone), NOT_WRITTEN.format(why=why))
    memory = MemoryStore()
    memory.notices.append(NOT_KEPT.format(why=why))
    return memory


class SqliteStore:
    """Keeps entries in one SQLite file, which threads and processes may share; see `Store` for what it promises.

    The file and a folder made for it may be read by this user only. An unreadable file is set aside under a name with
    its date, and what can be read of it is carried over; `notices` tells.

    Args:
        path: of the file; it is made if it is not there.
        timeout: seconds to wait while another process writes.
        alone: True if no other process of the app runs, so that nothing has to be watched and an idle app sleeps. What
            another one writes all the same is not lost; it is seen at the next write of its key.

    Attributes:
        notices: sentences for the user about what happened; more may come while the app runs.

    Raises:
        StoreError: the file cannot be used; what is on the disk is as it was.
    """

    durable = True

    def __init__(self, path: Path, timeout: float = 5, *, alone: bool = False) -> None:
        self.path = Path(os.path.realpath(path))
        self.notices: list[str] = []
        self._timeout = timeout
        self._alone = alone
        self._lock = threading.RLock()
        self._watching = Watching(self._changes)
        self._file: OpenFile | None = self._open()

    def read(self, key: str) -> Entry | None:
        """Return what is stored; see `Store.read`."""
        with self._lock, self._explained("read", key):
            return read_row(self._current().connection, key)

    def update(self, key: str, change: Callable[[Entry | None], Entry | None]) -> Entry | None:
        """Write what `change` makes of what is stored; see `Store.update`.

        Other writers wait meanwhile, in other processes too: `change` must be quick, and not use the store.
        """
        with self._lock:
            connection = self._begin(key)
            try:
                with self._explained("read", key):
                    stored = read_row(connection, key)
                entry = change(stored)
                if entry is None:
                    return stored
                if entry.revision <= (stored.revision if stored else 0):
                    raise ValueError(f"the revision of {key!r} must grow: {entry.revision} after {stored}")
                with self._explained("saved", key):
                    write_row(connection, key, entry)
                    connection.execute("COMMIT")
                self._watching.wrote(key, entry.revision)
                return entry
            finally:
                if connection.in_transaction:
                    with suppress(sqlite3.Error):
                        connection.execute("ROLLBACK")

    def watch(self, key: str, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after another process's write of the key; see `Store.watch`.

        While something is watched, a thread looks twice a second whether the file has changed; no thread runs
        otherwise, nor where the app is alone.
        """
        if self._alone:
            return lambda: None
        with self._lock:
            entry = self.read(key)
            return self._watching.add(key, entry.revision if entry else 0, changed)

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        self._watching.close()
        if not self._lock.acquire(timeout=CLOSE_GRACE):
            return  # a handler is in the midst of a change; without a commit it was never made
        try:
            if self._file:
                self._file.connection.close()
                self._file = None
        finally:
            self._lock.release()

    def _open(self) -> OpenFile:
        opened = open_file(self.path, self._timeout)
        self.notices += opened.notices
        return opened

    def _current(self) -> OpenFile:
        if self._file is None:
            raise StoreError(f"{self.path} is closed: the app has ended.")
        return self._file

    def _begin(self, key: str) -> sqlite3.Connection:
        """Begin a transaction in the file that has the name now; another process may have set ours aside."""
        while True:
            file = self._current()
            if file.connection.in_transaction:
                raise StoreError(f"{key!r} cannot be written within the change of another entry.")
            with self._explained("saved", key):
                file.connection.execute("BEGIN IMMEDIATE")
                try:
                    if identity(self.path) == file.identity:
                        return file.connection
                except FileNotFoundError:
                    pass
                except BaseException:
                    file.connection.execute("ROLLBACK")
                    raise
                file.connection.execute("ROLLBACK")
                self._move(file)

    def _move(self, old: OpenFile) -> None:
        """Go on in the file that has the name now, with what the old one had if that is newer."""
        kept = read_rows(old.connection)
        new = self._open()
        try:
            new.connection.execute("BEGIN IMMEDIATE")
            write_newer(new.connection, kept)
            new.connection.execute("COMMIT")
        except BaseException:
            new.connection.close()
            raise
        self._file = new
        self.notices.append(MOVED.format(path=self.path))
        log.warning("stored values: %s", self.notices[-1])
        old.connection.close()

    def _changes(self, keys: list[str], seen: object) -> tuple[object, dict[str, int]]:
        """Return a mark of the file's state, and the revisions of the keys unless it is the one seen."""
        with self._lock, self._explained("read", "what is watched"):
            file = self._current()
            mark = (file.identity, *file.connection.execute("PRAGMA data_version").fetchone())
            if mark == seen:
                return mark, {}
            entries = {key: read_row(file.connection, key) for key in keys}
            return mark, {key: entry.revision for key, entry in entries.items() if entry}

    @contextmanager
    def _explained(self, doing: str, key: str) -> Iterator[None]:
        """Say what was not done, and why, in words for the user."""
        try:
            yield
        except UnicodeEncodeError as error:
            raise StoreError(f"{key!r} cannot be {doing}: it is not valid Unicode.") from error
        except (DamagedRow, OSError, sqlite3.Error) as error:
            why = trouble(error, self.path) or f"{self.path} is damaged; {RESTART}"
            raise StoreError(f"{key!r} cannot be {doing}: {why}.") from error
