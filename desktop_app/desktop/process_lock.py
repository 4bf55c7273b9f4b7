"""A lock that one process holds, until it lets go or ends in whatever way."""

from __future__ import annotations

import itertools
import os
import sqlite3
from pathlib import Path


class ProcessLock:
    """Held by one process at a time.

    The lock is SQLite's own, on an empty file, as it works on every system, ends with the process and is not handed on
    to processes that this one starts.

    Args:
        path: of the file; it is made if it is not there, for this user alone.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None

    def acquire(self) -> bool:
        """Take the lock and return True, or False at once if another process has it.

        Raises:
            OSError: the file cannot be made or used.
        """
        if self._connection is not None:
            return True
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(self.path, timeout=0, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            connection.close()
            if "locked" in str(error):
                return False
            raise OSError(f"{self.path} cannot be locked: {error}") from error
        self._connection = connection
        return True

    def release(self) -> None:
        """Let go; does nothing if it is not held."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def first_free(folder: Path, name: str) -> tuple[int, Path, ProcessLock]:
    """Claim the first of the folders `name`, `name-2`, `name-3` … that no other process uses.

    Returns:
        Its number, the folder, and the lock that keeps others out of it.

    Raises:
        OSError: the lock's file cannot be made or used.
    """
    for number in itertools.count(1):
        claimed = folder / (name if number == 1 else f"{name}-{number}")
        lock = ProcessLock(claimed.with_name(f"{claimed.name}.lock"))
        if lock.acquire():
            return number, claimed, lock
    raise AssertionError("there is always a next number")
