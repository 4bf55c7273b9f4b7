"""Opening the durable store's file: one that is unreadable is set aside, never overwritten."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import StoreError
from desktop_app.state.disk_trouble import NO_FILE, explained, trouble
from desktop_app.state.salvage import salvage
from desktop_app.state.set_aside import beside, create_private, finish, put_new, report, set_aside
from desktop_app.state.soundness import DAMAGED, complaint, is_content
from desktop_app.state.sqlite_rows import PAGE_SIZE
from desktop_app.state.store import Entry
from desktop_app.state.write_ahead_log import content_of, log_of

UNFINISHED = "The last start was stopped while it set an unreadable file aside; the old file is in {folder}."


class NotSetAside(StoreError):
    """A damaged file could not be set aside.

    Attributes:
        entries: what can be read of it.
    """

    def __init__(self, message: str, entries: Mapping[str, Entry]) -> None:
        super().__init__(message)
        self.entries = entries


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
            if not path.exists() and not log_of(path).exists():
                put_new(path)
            connection = _sound(path, timeout, notices) or connect(path, timeout)
            try:
                _prepare(connection)
                return OpenFile(connection, identity(path), notices)
            except BaseException:
                connection.close()
                raise
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{path} cannot be used: {explained(error, path)}.") from error


def connect(path: Path, timeout: float, mode: str = "rw") -> sqlite3.Connection:
    """Return a connection to a file that exists; any thread may use it, and each statement is its own transaction."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)


def identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another one that took its name."""
    status = path.stat()
    return status.st_dev, status.st_ino


def _sound(path: Path, timeout: float, notices: list[str]) -> sqlite3.Connection | None:
    """Return a connection to the file if its content is sound; otherwise set it aside."""
    if _size(path) < PAGE_SIZE:  # SQLite would take it for a new one, and delete its log
        _set_aside(path, DAMAGED, content_of(path), notices)
        return None
    if beside(path, "-journal").exists() and not log_of(path).exists():  # only who may write can roll back
        with closing(connect(path, timeout)) as writer:
            _begin(writer, path, "BEGIN")
    # Whoever closes a file last clears up its log, whatever state it is in. Somebody who only reads does not, so one
    # stays here until the other connection is closed or the content is known to be sound.
    with ExitStack() as closed_last, closing(connect(path, timeout, "ro")) as reader:
        _begin(reader, path, "BEGIN")
        with suppress(PermissionError):  # a file system that knows no rights
            path.chmod(0o600)
        connection = connect(path, timeout)
        try:
            reason = _begin(connection, path, "BEGIN IMMEDIATE") or complaint(connection, path)
            if reason is None:
                connection.execute("ROLLBACK")
                return connection
            # POSIX ends a process's locks on a file when it closes the file anywhere: not before the connections.
            database = closed_last.enter_context(path.open("rb"))
            content = database.read()
            if os.name == "nt":  # an open file cannot be replaced there
                for each in (connection, reader, database):
                    each.close()
            _set_aside(path, reason, content, notices)
        except BaseException:
            connection.close()
            raise
        connection.close()
        return None


def _begin(connection: sqlite3.Connection, path: Path, statement: str) -> str | None:
    """Begin a transaction; return what is wrong with the content if that is what prevents it."""
    try:
        connection.execute(statement)
        connection.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.Error as error:
        if is_content(error, path):
            return DAMAGED
        raise
    return None


def _set_aside(path: Path, reason: str, content: bytes, notices: list[str]) -> None:
    salvaged = salvage(content, log_of(path))
    try:
        aside = set_aside(path, salvaged)
    except (OSError, sqlite3.Error) as error:
        raise NotSetAside(
            f"What this app had saved in {path} {reason}, and cannot be set aside: {explained(error, path)}.",
            salvaged.entries,
        ) from error
    notices.append(report(path, reason, aside, salvaged))


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # each write is on the disk before it is acknowledged
    connection.execute("PRAGMA fullfsync = ON")  # on macOS, where fsync alone leaves it in the drive's memory
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what was deleted is gone


@contextmanager
def _one_at_a_time(path: Path, timeout: float) -> Iterator[None]:
    """Keep other processes from opening the same file meanwhile: two of them must not set it aside both.

    The lock is SQLite's own, on an empty file, as it works on every system and ends with the process.
    """
    with suppress(FileExistsError):
        create_private(beside(path, ".lock"))
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
