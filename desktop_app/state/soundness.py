"""Whether the content of the store's file is as it was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from desktop_app.state.disk_trouble import trouble
from desktop_app.state.salvage import Salvaged
from desktop_app.state.sqlite_rows import PAGE_SIZE, SCHEMA_VERSION, TABLE, DamagedRow, read_rows
from desktop_app.state.store import Entry
from desktop_app.state.write_ahead_log import Log, content_of, log_of, read_log

DAMAGED = "is damaged"
NEWER = "was written by a newer version of this app"
FOREIGN = "is not in this app's form"


def complaint(connection: sqlite3.Connection, path: Path) -> str | None:
    """Return what is wrong with the content, None if nothing is; belongs in a transaction that was just begun.

    Raises:
        sqlite3.Error: it is not the content that is wrong, but the disk.
    """
    try:
        return _wrong_form(connection) or _damage(connection, path)
    except DamagedRow:
        return DAMAGED
    except sqlite3.Error as error:
        if is_content(error, path):
            return DAMAGED
        raise


def is_content(error: sqlite3.Error, path: Path) -> bool:
    """Whether it is the content that makes SQLite refuse."""
    return trouble(error, path) is None or _strange_header(path)


def _wrong_form(connection: sqlite3.Connection) -> str | None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master")]
    if version > SCHEMA_VERSION:
        return NEWER
    return None if (version, tables) == (SCHEMA_VERSION, [TABLE]) else FOREIGN


def _damage(connection: sqlite3.Connection, path: Path) -> str | None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        return DAMAGED
    entries = read_rows(connection)
    if list(entries) != sorted(entries, key=str.encode):  # a search in the tree would miss some
        return DAMAGED
    return DAMAGED if _drops_entries(read_log(content_of(log_of(path))), entries) else None


def _drops_entries(log: Log, entries: Mapping[str, Entry]) -> bool:
    """Whether the log has more than SQLite reads of it; not so if a kill left a transaction unfinished."""
    pages = {frame.number: frame.page for frame in (*log.unfinished, *log.dropped)}
    found = Salvaged()
    found.search([frame.page for frame in (*log.dropped, *log.left)], pages)
    return log.broken or any(
        key not in entries or entry.revision > entries[key].revision for key, entry in found.entries.items()
    )


def _strange_header(path: Path) -> bool:
    """Whether the file says that it may only be read, or needs another SQLite, though it was not made so."""
    with path.open("rb") as file:
        header = file.read(100)
    return bool(header) and (
        header[:16] != b"SQLite format 3\0"
        or int.from_bytes(header[16:18], "big") != PAGE_SIZE
        or not {header[18], header[19]} <= {1, 2}
    )
