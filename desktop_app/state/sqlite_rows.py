"""The rows of the durable store's file: each carries a checksum, so a change of bytes on the disk is seen."""

from __future__ import annotations

import hashlib
import sqlite3
import struct
from collections.abc import Mapping
from typing import Any

from desktop_app.state.store import Entry

PAGE_SIZE = 4096
SCHEMA_VERSION = 1
# One tree without an index beside it: no two places that could disagree. The text is a blob, as what a page sends may
# hold half a surrogate pair, which SQLite's text cannot.
TABLE = (
    "CREATE TABLE entries (key TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, version INTEGER NOT NULL, "
    "text BLOB, checksum BLOB NOT NULL) WITHOUT ROWID"
)
COLUMNS = "key, revision, version, text, checksum"
CHECKSUM_SIZE = 16


class DamagedRow(Exception):
    """A row's checksum does not fit what it holds.

    Attributes:
        key: of the row, as far as it can be read.
    """

    def __init__(self, key: object) -> None:
        super().__init__(key)
        self.key = key


def create_table(connection: sqlite3.Connection) -> None:
    """Make the table in an empty file; belongs in a transaction."""
    connection.execute(TABLE)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def read_row(connection: sqlite3.Connection, key: str) -> Entry | None:
    """Return the entry of a key, None if there is none.

    Raises:
        DamagedRow: its checksum is wrong.
    """
    row = connection.execute(f"SELECT {COLUMNS} FROM entries WHERE key = ?", (key,)).fetchone()  # noqa: S608
    return None if row is None else verified(row)[1]


def read_rows(connection: sqlite3.Connection) -> dict[str, Entry]:
    """Return all entries, in the order of the file.

    Raises:
        DamagedRow: a checksum is wrong.
    """
    return dict(verified(row) for row in connection.execute(f"SELECT {COLUMNS} FROM entries"))  # noqa: S608


def write_row(connection: sqlite3.Connection, key: str, entry: Entry) -> None:
    """Write an entry; belongs in a transaction."""
    text = None if entry.text is None else entry.text.encode("utf-8", "surrogatepass")
    connection.execute(
        f"INSERT OR REPLACE INTO entries ({COLUMNS}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
        (key, entry.revision, entry.version, text, checksum(key, entry.revision, entry.version, text)),
    )


def write_newer(connection: sqlite3.Connection, entries: Mapping[str, Entry]) -> None:
    """Write those entries that are newer than what is there; belongs in a transaction."""
    for key, entry in entries.items():
        present = read_row(connection, key)
        if present is None or present.revision < entry.revision:
            write_row(connection, key, entry)


def verified(row: tuple[Any, ...]) -> tuple[str, Entry]:
    """Return the key and the entry of a row whose checksum is right.

    Raises:
        DamagedRow: it is wrong.
    """
    key, revision, version, text, stored = row
    try:
        if checksum(key, revision, version, text) != stored:
            raise DamagedRow(key)
        decoded = None if text is None else text.decode("utf-8", "surrogatepass")
    except (AttributeError, TypeError, ValueError, struct.error) as error:  # not even the types are right
        raise DamagedRow(key) from error
    return key, Entry(decoded, revision, version)


def checksum(key: str, revision: int, version: int, text: bytes | None) -> bytes:
    """Return what tells whether a row is as it was written."""
    name = key.encode()
    sizes = struct.pack(">qqqq", len(name), revision, version, -1 if text is None else len(text))
    return hashlib.blake2b(sizes + name + (text or b""), digest_size=CHECKSUM_SIZE).digest()
