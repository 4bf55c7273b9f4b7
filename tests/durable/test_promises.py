"""What a store promises to threads and processes that share it."""

from __future__ import annotations

import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desktop_app.errors import StoreError
from desktop_app.state.sqlite_store import SqliteStore, open_store
from desktop_app.state.store import Entry
from tests.durable.entries import put

PLAIN = ["", "0", "null", "false", "[]", "x" * 1_000_000]
STRANGE = ["é 漢字 🎈", "zero\0byte", "half a pair \ud83c", "'; DROP TABLE entries; --"]
COUNT = """
import sys
from pathlib import Path
from desktop_app.state.sqlite_store import SqliteStore
from desktop_app.state.store import Entry
store = SqliteStore(Path(sys.argv[1]), timeout=60)
print("ready", flush=True)
sys.stdin.read()
for _ in range(int(sys.argv[2])):
    store.update("global:n", lambda entry: Entry(str(int(entry.text) + 1), entry.revision + 1))
store.close()
"""


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    """A store in a new file."""
    opened = SqliteStore(path)
    yield opened
    opened.close()


def increment(entry: Entry | None) -> Entry:
    """Count up."""
    return Entry(str(int(entry.text or 0) + 1), entry.revision + 1) if entry else Entry("1", 1)


@pytest.mark.parametrize("text", [*PLAIN, *STRANGE], ids=lambda text: ascii(text)[:20])
def test_a_text_comes_back_as_it_was_after_a_restart(path: Path, text: str) -> None:
    """Falsy, long and strange texts are texts like others."""
    first = SqliteStore(path)
    put(first, "key é", text)
    first.close()
    second = SqliteStore(path)
    assert second.read("key é") == Entry(text, 1)
    assert second.notices == []
    second.close()


def test_what_was_never_stored_is_none(store: SqliteStore) -> None:
    """None is no entry; a deleted one is an entry without text that keeps its revision."""
    assert store.read("global:a") is None
    put(store, "global:a", "1")
    assert put(store, "global:a", None) == store.read("global:a") == Entry(None, 2)
    assert put(store, "global:a", "").revision == 3


def test_version_is_kept(store: SqliteStore) -> None:
    """A migration needs it."""
    store.update("global:a", lambda _: Entry("1", 7, version=3))
    assert store.read("global:a") == Entry("1", 7, 3)


def test_a_change_that_returns_none_leaves_the_entry(store: SqliteStore) -> None:
    """And the entry is what update returns."""
    put(store, "global:a", "1")
    assert store.update("global:a", lambda _: None) == store.read("global:a") == Entry("1", 1)
    assert store.update("global:b", lambda _: None) is None


def test_what_a_change_raises_passes_through_and_nothing_is_written(store: SqliteStore) -> None:
    """The next write works."""
    put(store, "global:a", "1")
    with pytest.raises(ZeroDivisionError):
        store.update("global:a", lambda _: Entry(str(1 // 0), 2))
    assert store.read("global:a") == Entry("1", 1)
    assert put(store, "global:a", "2").revision == 2


def test_a_revision_must_grow(store: SqliteStore) -> None:
    """The higher one wins wherever two copies meet, so no two texts may have the same."""
    put(store, "global:a", "1")
    with pytest.raises(ValueError, match="must grow"):
        store.update("global:a", lambda _: Entry("2", 1))
    assert store.read("global:a") == Entry("1", 1)


def test_a_change_cannot_write_another_entry(store: SqliteStore) -> None:
    """It would be lost with the one it belongs to; reading is fine."""
    with pytest.raises(StoreError, match="within the change of another"):
        store.update("global:a", lambda _: put(store, "global:b", "1"))
    put(store, "global:b", "1")
    store.update("global:a", lambda _: store.read("global:b"))
    assert store.read("global:a") == Entry("1", 1)


def test_updates_of_eight_threads_all_count(store: SqliteStore) -> None:
    """None is lost."""
    threads = [
        threading.Thread(target=lambda: [store.update("global:n", increment) for _ in range(50)]) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.read("global:n") == Entry("400", 400)


def test_updates_of_four_processes_all_count(store: SqliteStore) -> None:
    """None is lost, and who has the file open sees them."""
    put(store, "global:n", "0")
    count = [sys.executable, "-c", COUNT, store.path, "200"]
    with ExitStack() as stack:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        processes = [stack.enter_context(subprocess.Popen(count, **pipes)) for _ in range(4)]
        assert [process.stdout.readline() for process in processes] == [b"ready\n"] * 4
        for process in processes:
            process.stdin.close()
        assert [process.wait() for process in processes] == [0] * 4
    assert store.read("global:n") == Entry("800", 801)


def test_only_this_user_may_read_the_files(store: SqliteStore) -> None:
    """Whatever the umask; a folder that was there before keeps its rights."""
    put(store, "global:a", "1")
    assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in store.path.parent.iterdir()} == {0o600}


def test_a_closed_store_says_so(store: SqliteStore) -> None:
    """It can be closed twice."""
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.read("global:a")
    with pytest.raises(StoreError, match="closed"):
        put(store, "global:a", "1")


def test_an_impossible_key_is_refused(store: SqliteStore) -> None:
    """With a message, not with a traceback of the database."""
    with pytest.raises(StoreError, match="not valid Unicode"):
        put(store, "half a pair \ud83c", "1")


def test_what_was_deleted_is_not_left_in_the_file(path: Path) -> None:
    """Nobody finds a deleted text by looking into the closed file."""
    store = open_store(path)
    put(store, "browser:a", "a secret" * 10)
    put(store, "browser:a", None)
    store.close()
    assert b"a secret" not in path.read_bytes()
