"""Two processes of one app stay in step."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

from desktop_app.state.sqlite_store import SqliteStore
from desktop_app.state.store import Entry
from tests.durable.entries import put
from tests.waiting import wait_until

WRITE = """
import sys
from pathlib import Path
from desktop_app.state.sqlite_store import SqliteStore
from tests.durable.entries import put
store = SqliteStore(Path(sys.argv[1]))
put(store, sys.argv[2], "of another process")
store.close()
"""


def write_elsewhere(path: Path, key: str) -> None:
    """Write an entry in another process."""
    subprocess.run([sys.executable, "-c", WRITE, path, key], check=True)


def watching_threads() -> list[threading.Thread]:
    """Return the threads that watch."""
    return [thread for thread in threading.enumerate() if thread.name == "store-watch"]


def test_a_write_of_another_process_is_noticed(path: Path) -> None:
    """Once, for the key that was written, and by everybody who watches it."""
    store = SqliteStore(path)
    heard: list[str] = []
    store.watch("global:a", lambda: heard.append("first"))
    store.watch("global:a", lambda: heard.append("second"))
    store.watch("global:b", lambda: heard.append("other"))
    write_elsewhere(path, "global:a")
    wait_until(lambda: len(heard) >= 2, "a call for each watcher of the key")
    assert store.read("global:a") == Entry("of another process", 1)
    write_elsewhere(path, "global:b")
    wait_until(lambda: len(heard) >= 3, "a call for the other key")
    assert heard == ["first", "second", "other"]
    store.close()


def test_an_own_write_is_no_news(path: Path) -> None:
    """The look that finds the write of another process finds the own one before it, too, and tells it not."""
    store = SqliteStore(path)
    heard: list[str] = []
    for name in "ab":
        store.watch(f"global:{name}", partial(heard.append, name))
    put(store, "global:a", "own")
    write_elsewhere(path, "global:b")
    wait_until(lambda: "b" in heard, "the write of the other process")
    write_elsewhere(path, "global:a")
    wait_until(lambda: "a" in heard, "its write of the same key")
    assert heard == ["b", "a"]
    assert store.read("global:a") == Entry("of another process", 2)
    store.close()


def test_a_watcher_that_raises_does_not_end_the_watching(path: Path) -> None:
    """The others and later writes are told."""
    store = SqliteStore(path)
    heard: list[int] = []
    store.watch("global:a", lambda: 1 // 0)
    store.watch("global:a", lambda: heard.append(1))
    write_elsewhere(path, "global:a")
    wait_until(lambda: len(heard) == 1, "the first write")
    write_elsewhere(path, "global:a")
    wait_until(lambda: len(heard) == 2, "the second write")
    store.close()


def test_no_thread_runs_while_nothing_is_watched(path: Path) -> None:
    """Neither before, nor after the last one has ended, nor after the store is closed."""
    store = SqliteStore(path)
    assert not watching_threads()
    ends = [store.watch("global:a", lambda: None), store.watch("global:b", lambda: None)]
    assert len(watching_threads()) == 1
    for end in (*ends, *ends):
        end()
    wait_until(lambda: not watching_threads(), "the thread has ended")
    store.watch("global:a", lambda: None)
    store.close()
    wait_until(lambda: not watching_threads(), "the thread has ended with the store")
