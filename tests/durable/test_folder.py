"""A folder that goes away, and a path that cannot be used."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from desktop_app.errors import StoreError
from desktop_app.state.memory_store import MemoryStore
from desktop_app.state.sqlite_store import SqliteStore, open_store
from desktop_app.state.store import Entry
from tests.durable.entries import put


def test_a_folder_that_goes_away_while_the_app_runs_is_made_again(path: Path) -> None:
    """With everything that was stored."""
    store = SqliteStore(path)
    for number in range(30):
        put(store, f"global:{number}", "old" * number)
    shutil.rmtree(path.parent)
    assert store.read("global:3") == Entry("old" * 3, 1)
    assert put(store, "global:3", "new").revision == 2
    assert len(store.notices) == 1
    assert "removed or replaced" in store.notices[0]
    store.close()
    again = SqliteStore(path)
    assert [again.read(f"global:{number}") for number in (3, 29)] == [Entry("new", 2), Entry("old" * 29, 1)]
    again.close()


def test_a_folder_that_cannot_be_made_again_refuses_writes_until_it_can(path: Path) -> None:
    """What was stored is there all the time."""
    store = SqliteStore(path)
    put(store, "global:a", "old")
    shutil.rmtree(path.parent)
    path.parent.write_text("in the way")
    with pytest.raises(StoreError, match="is no folder"):
        put(store, "global:a", "new")
    assert store.read("global:a") == Entry("old", 1)
    path.parent.unlink()
    put(store, "global:a", "newer")
    store.close()
    again = SqliteStore(path)
    assert again.read("global:a") == Entry("newer", 2)
    again.close()


def test_a_file_that_another_process_replaced_is_followed(path: Path) -> None:
    """As happens when another process sets it aside: the higher revision of each entry stays."""
    first = SqliteStore(path)
    put(first, "global:a", "1")
    put(first, "global:a", "2")
    path.rename(path.with_name("moved"))
    for part in ("-wal", "-shm"):
        path.with_name(f"state.db{part}").rename(path.with_name(f"moved{part}"))
    second = SqliteStore(path)
    put(second, "global:a", "older")
    put(second, "global:b", "theirs")
    put(first, "global:c", "ours")
    for store in (first, second):
        assert [store.read(f"global:{name}") for name in "abc"] == [Entry("2", 2), Entry("theirs", 1), Entry("ours", 1)]
        store.close()


@pytest.mark.parametrize("thing", ["folder", "file in the path", "pipe"])
def test_a_path_that_cannot_be_used_keeps_values_in_memory(thing: str, path: Path) -> None:
    """And says that nothing is kept, why, and what to do."""
    path.parent.mkdir()
    if thing == "folder":
        path.mkdir()
    elif thing == "file in the path":
        path.parent.rmdir()
        path.parent.write_text("a file")
    else:
        os.mkfifo(path)
    store = open_store(path)
    assert isinstance(store, MemoryStore)
    assert not store.durable
    (notice,) = store.notices
    assert notice.endswith("Nothing that this app saves now will be there at its next start.")
    put(store, "global:a", "1")
    assert store.read("global:a") == Entry("1", 1)
    store.watch("global:a", lambda: None)()
    store.close()
