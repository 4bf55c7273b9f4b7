"""Opening the durable store's file: one that is unreadable is set aside, never overwritten."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import StoreError
from desktop_app.state.disk_trouble import NO_FILE, trouble
from desktop_app.state.salvage import Salvaged, salvage
from desktop_app.state.set_aside import beside, create_private, finish, report, set_aside
from desktop_app.state.sqlite_rows import PAGE_SIZE, SCHEMA_VERSION, TABLE, DamagedRow, create_table, read_rows
from desktop_app.state.write_ahead_log import content_of, log_of, read_log

DAMAGED = "is damaged"
NEWER = "was written by a newer version of this app"
FOREIGN = "is not in this app's form"
UNFINISHED = "The last start was stopped while it set an unreadable file aside; the old file is in {folder}."


@dataclass
class OpenFile:
    """An open file: its connection, what identifies it on the disk, and what the user is to be told."""

    connection: sqlite3.Connection
    identity: tuple[int, int]
    notices: list[str]


def open_file(path: Path, timeout: float) -> OpenFile:
    """Open the file of a store; make it if there is none, and set it aside if it is unreadable.

    Raises:
        StoreError: it cannot be used; what is on the disk is as it was.
    """
    notices: list[str] = []
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _one_at_a_time(path, timeout):
            if finish(path):
                notices.append(UNFINISHED.format(folder=path.parent))
            if path.exists() and not path.is_file():
                raise StoreError(f"{path} cannot be used: {NO_FILE}.")
            connection = _checked(path, timeout, notices)
            try:
                _prepare(connection)
                return OpenFile(connection, identity(path), notices)
            except BaseException:
                connection.close()
                raise
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{path} cannot be used: {trouble(error, path) or error}.") from error


def identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another one that took its name."""
    status = path.stat()
    return status.st_dev, status.st_ino


def _checked(path: Path, timeout: float, notices: list[str]) -> sqlite3.Connection:
    """Return a connection to a file that is whole, the new one if the old one had to be set aside."""
    orphaned = _size(path) == 0 and _size(log_of(path)) > 0  # SQLite would delete the log
    if not path.exists():
        create_private(path)
    path.chmod(0o600)
    connection = connect(path, timeout)
    try:
        reason = DAMAGED if orphaned else _complaint(connection, path)
    except BaseException:
        connection.close()
        raise
    if reason is None:
        return connection
    # The connection is closed last: its lock keeps others away, and as its file has moved by then, SQLite leaves the
    # log as it is. The bytes are read through a file that is closed later still, as POSIX ends the locks with it.
    with path.open("rb") as database, closing(connection):
        salvaged = salvage(database.read(), log_of(path))
        if os.name == "nt":  # an open file cannot be replaced there
            connection.close()
            database.close()
        aside = set_aside(path, salvaged)
    notices.append(report(path, reason, aside, salvaged))
    return connect(path, timeout)


def connect(path: Path, timeout: float) -> sqlite3.Connection:
    """Return a connection that any thread may use, each statement its own transaction unless one is begun."""
    return sqlite3.connect(path, timeout=timeout, isolation_level=None, check_same_thread=False)


def _complaint(connection: sqlite3.Connection, path: Path) -> str | None:
    """Return what is wrong with the content, None if nothing is; what is wrong with the disk is raised."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        reason = _wrong_form(connection) or _damage(connection, path)
    except DamagedRow:
        return DAMAGED
    except sqlite3.Error as error:
        if trouble(error, path) and not _strange_header(path):
            raise
        return DAMAGED
    if reason is None:
        connection.execute("ROLLBACK")
    return reason


def _wrong_form(connection: sqlite3.Connection) -> str | None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master")]
    if version > SCHEMA_VERSION:
        return NEWER
    if (version, tables) not in ((SCHEMA_VERSION, [TABLE]), (0, [])):
        return FOREIGN
    return None


def _damage(connection: sqlite3.Connection, path: Path) -> str | None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        return DAMAGED
    entries = read_rows(connection) if _has_table(connection) else {}
    if list(entries) != sorted(entries, key=str.encode):  # a search in the tree would miss some
        return DAMAGED
    log = read_log(content_of(log_of(path)))
    left = Salvaged()
    left.search([frame.page for frame in log.tail], {frame.number: frame.page for frame in log.tail})
    newer = any(key not in entries or entry.revision > entries[key].revision for key, entry in left.entries.items())
    return DAMAGED if log.broken or newer else None


def _strange_header(path: Path) -> bool:
    """Whether the file says that it may only be read, or needs another SQLite, though it was not made so."""
    with path.open("rb") as file:
        header = file.read(100)
    return bool(header) and (
        header[:16] != b"SQLite format 3\0"
        or int.from_bytes(header[16:18], "big") != PAGE_SIZE
        or not {header[18], header[19]} <= {1, 2}
    )


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # each write is on the disk before it is acknowledged
    connection.execute("PRAGMA fullfsync = ON")  # on macOS, where fsync alone leaves it in the drive's memory
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what was deleted is gone
    if not _has_table(connection):
        connection.execute("BEGIN IMMEDIATE")
        create_table(connection)
        connection.execute("COMMIT")


def _has_table(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master").fetchone())


@contextmanager
def _one_at_a_time(path: Path, timeout: float) -> Iterator[None]:
    """Keep other processes from opening the same file meanwhile: two of them must not set it aside both.

    The lock is SQLite's own, on an empty file, as it works on every system and ends with the process.
    """
    with closing(connect(beside(path, ".lock"), timeout)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if trouble(error, path):
                raise
            # Somebody wrote into the lock's file: it locks nothing, and that is no reason not to start.
        yield


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
