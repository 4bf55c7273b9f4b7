"""A file that another process keeps locked."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from desktop_app.errors import StoreError
from desktop_app.state.memory_store import MemoryStore
from desktop_app.state.read_store import ReadStore
from desktop_app.state.sqlite_store import SqliteStore, open_store
from desktop_app.state.store import Entry
from tests.durable.entries import put, set_aside, stored


@contextmanager
def locked(path: Path, statements: str) -> Iterator[None]:
    """Keep the file locked as another process does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(statements)
        yield


def test_a_file_that_another_process_locks_refuses_writes_until_it_does_not(path: Path) -> None:
    """What was stored can be read."""
    stored(path)
    with locked(path, "BEGIN IMMEDIATE"):
        store = open_store(path, timeout=0.05)
        assert isinstance(store, ReadStore)
        assert "another program keeps it locked" in store.notices[0]
        assert store.read("global:a") == Entry("old", 1)
        with pytest.raises(StoreError, match="locked"):
            put(store, "global:a", "new")
    heard = threading.Event()
    end = store.watch("global:a", heard.set)
    put(store, "global:a", "new")
    assert store.read("global:a") == Entry("new", 2)
    elsewhere = SqliteStore(path)
    put(elsewhere, "global:a", "newer")
    elsewhere.close()
    assert heard.wait(10)
    end()
    store.watch("global:a", heard.set)()
    store.close()


def test_a_file_that_another_process_has_to_itself_is_left_alone(path: Path) -> None:
    """Not even readable: values are kept in memory, and the file is as it was."""
    stored(path)
    with locked(path, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT"):
        store = open_store(path, timeout=0.05)
        assert isinstance(store, MemoryStore)
        assert "another program keeps it locked" in store.notices[0]
        put(store, "global:a", "in memory")
    store.close()
    again = SqliteStore(path)
    assert again.read("global:a") == Entry("old", 1)
    assert set_aside(path) == []
    again.close()


def test_a_write_waits_for_another_process_no_longer_than_the_time_out(path: Path) -> None:
    """Then it is refused; the next one works."""
    store = SqliteStore(path, timeout=0.05)
    put(store, "global:a", "old")
    with locked(path, "BEGIN IMMEDIATE"), pytest.raises(StoreError, match="cannot be saved: another program"):
        put(store, "global:a", "new")
    assert put(store, "global:a", "new").revision == 2
    store.close()


def test_a_lock_that_somebody_wrote_into_is_no_reason_not_to_start(path: Path) -> None:
    """It only keeps two processes from opening at the same moment."""
    stored(path)
    path.with_name("state.db.lock").write_bytes(b"no lock" * 1000)
    store = SqliteStore(path)
    assert store.read("global:a") == Entry("old", 1)
    assert store.notices == []
    store.close()
