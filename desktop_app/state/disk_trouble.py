"""Why the disk does not do what was asked, in words for the user."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from pathlib import Path

ROOM = 1 << 20  # bytes; with less, what SQLite calls an I/O error is a full disk
FULL = "the disk is full; free some space"
FAILS = "the disk reports an error; check it"
READ_ONLY = "it may only be read; allow this user to write there"
LOCKED = "another program keeps it locked; close that program"
NOT_OPENED = "it cannot be opened; check that the folder is there and that this user may write in it"
NO_FILE = "there is something else than a file under this name; move it away"

SQLITE = {  # by message, as Python 3.10 gives no code
    "database or disk is full": FULL,
    "disk I/O error": FAILS,
    "attempt to write a readonly database": READ_ONLY,
    "unable to open database file": NOT_OPENED,
    "database is locked": LOCKED,
    "database table is locked": LOCKED,
    "locking protocol": LOCKED,
    "out of memory": "there is not enough memory; close other programs",
}
SYSTEM = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EIO: FAILS,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EISDIR: NO_FILE,
    errno.ENOTDIR: "a part of its path is no folder; choose another place",
}


def trouble(error: Exception, path: Path) -> str | None:
    """Return why the file cannot be used and what to do; None if it is the file's content that is wrong."""
    if isinstance(error, OSError):
        return SYSTEM.get(error.errno or 0, f"{error.strerror or error}; see to it")
    known = SQLITE.get(str(error)) if isinstance(error, sqlite3.Error) else None
    if known in (FAILS, NOT_OPENED) and _room(path) < ROOM:
        return FULL
    if known == NOT_OPENED and path.parent.is_dir() and not os.access(path.parent, os.W_OK):
        return READ_ONLY
    return known


def explained(error: Exception, path: Path) -> str:
    """Return why the file cannot be used."""
    return trouble(error, path) or str(error)


def _room(path: Path) -> int:
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return ROOM
