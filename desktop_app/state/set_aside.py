"""Setting an unreadable file aside, with a new one in its place that has what could still be read.

Whatever happens meanwhile (a kill, a full disk), nothing is lost: the old file gets a second name first, and the new
one takes its place when it is complete.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import datetime, timezone
from pathlib import Path

from desktop_app.state.salvage import Salvaged
from desktop_app.state.sqlite_rows import create_table, write_row
from desktop_app.state.store import Entry

PARTS = ("", "-wal", "-shm")  # what belongs to a database file
MOST_NAMED = 10


def set_aside(path: Path, salvaged: Salvaged) -> Path:
    """Put a new file with the salvaged entries in the place of `path` and return the old one's new path.

    Raises:
        OSError, sqlite3.Error: it cannot be done; the file is as it was.
    """
    new = beside(path, ".new")
    write_new(new, salvaged.entries)
    aside = _free_name(path)
    try:
        for part in PARTS:
            _give_second_name(beside(path, part), beside(aside, part))
    except OSError:
        with suppress(OSError):
            for part in PARTS:
                beside(aside, part).unlink(missing_ok=True)
        raise
    new.replace(beside(path, ".recovered"))
    sync_folder(path.parent)
    finish(path)
    return aside


def finish(path: Path) -> bool:
    """Let the new file take the old one's place, if it is complete; tell whether there was one.

    The old log goes first: SQLite would take it for the new file's.
    """
    recovered = beside(path, ".recovered")
    if not recovered.exists():
        return False
    for part in PARTS[1:]:
        beside(path, part).unlink(missing_ok=True)
    recovered.replace(path)
    sync_folder(path.parent)
    return True


def report(path: Path, reason: str, aside: Path, salvaged: Salvaged) -> str:
    """Return what the user is told about a file that was set aside."""
    count = len(salvaged.entries)
    carried = {0: "Nothing in it could be read", 1: "The one entry that could be read was carried over"}.get(
        count, f"The {count} entries that could be read were carried over"
    )
    text = f"What this app had saved in {path} {reason}. The old file is kept as {aside.name}. {carried}."
    if salvaged.unreadable:
        names = sorted(salvaged.unreadable)
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        text += f" Not readable: {', '.join(names[:MOST_NAMED])}{more}."
    return text


def put_new(path: Path) -> None:
    """Make an empty file, complete from the moment on that it has its name."""
    new = beside(path, ".new")
    write_new(new, {})
    new.replace(path)
    sync_folder(path.parent)


def write_new(path: Path, entries: Mapping[str, Entry]) -> None:
    """Write a file with these entries, complete on the disk on return; a file of that name is an unfinished one."""
    for part in PARTS:
        beside(path, part).unlink(missing_ok=True)
    create_private(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA journal_mode = MEMORY")  # leaves nothing beside the file if it is interrupted
        connection.execute("BEGIN")
        create_table(connection)
        for key, entry in entries.items():
            write_row(connection, key, entry)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")


def create_private(path: Path) -> None:
    """Create an empty file that only this user may read.

    Raises:
        FileExistsError: there is one.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def beside(path: Path, ending: str) -> Path:
    """Return the path of what lies beside a file under its name with an ending."""
    return path.with_name(path.name + ending)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlast a power failure; Windows does it by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _free_name(path: Path) -> Path:
    stem = f".set-aside-{datetime.now(timezone.utc):%Y-%m-%dT%H-%M-%SZ}"
    aside, number = beside(path, stem), 1
    while any(beside(aside, part).exists() for part in PARTS):
        number += 1
        aside = beside(path, f"{stem}-{number}")
    return aside


def _give_second_name(old: Path, new: Path) -> None:
    if not old.exists():
        return
    try:
        new.hardlink_to(old)
    except OSError:  # a file system without a second name for a file
        try:
            shutil.copyfile(old, new)
            new.chmod(0o600)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
