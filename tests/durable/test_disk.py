"""A disk that is full or may only be read."""

from __future__ import annotations

import errno
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from desktop_app.errors import StoreError
from desktop_app.state.sqlite_store import SqliteStore
from desktop_app.state.store import Entry
from tests.durable.entries import put, stored
from tests.durable.faulty import LASTING

USE = """
import sys
from pathlib import Path
from desktop_app.errors import StoreError
from desktop_app.state.sqlite_store import open_store
from tests.durable.entries import put
store = open_store(Path(sys.argv[1]))
print(store.durable, store.notices)
print(store.read("global:a"))
try:
    put(store, "global:a", "new")
except StoreError as error:
    print("refused:", error)
store.close()
"""
READ_ONLY, FULL = "read-only", "full"
NAMESPACE = ["unshare", "--map-root-user", "--mount"]
# Not every machine lets a test mount something; what is preloaded works on each.
MAY_MOUNT = subprocess.run([*NAMESPACE, "true"], stderr=subprocess.DEVNULL).returncode == 0
DISKS = ["preloaded", "real"] if MAY_MOUNT else ["preloaded"]


def test_a_full_disk_refuses_writes_until_there_is_room(path: Path) -> None:
    """With the limit that the system sets on a file's size, which SQLite meets as it meets a full disk."""
    store = SqliteStore(path)
    put(store, "global:a", "old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        with pytest.raises(StoreError, match="'global:b' cannot be saved: the disk"):
            put(store, "global:b", "x" * 1_000_000)
        assert store.read("global:a") == Entry("old", 1)
        assert store.read("global:b") is None
        assert put(store, "global:a", "small").revision == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    put(store, "global:b", "x" * 1_000_000)
    store.close()
    again = SqliteStore(path)
    assert again.read("global:a") == Entry("small", 2)
    assert again.read("global:b") == Entry("x" * 1_000_000, 1)
    assert again.notices == []
    again.close()


@pytest.fixture(params=DISKS)
def use_on_disk(request: pytest.FixtureRequest, faults: Path) -> Callable[[Path, str], str]:
    """Uses the store on a disk that is full or read-only, and returns what it said."""
    return use_on_real_disk if request.param == "real" else partial(use_on_disk_by_preload, faults)


def use_on_real_disk(path: Path, how: str) -> str:
    """Mount a file system that no other process sees."""
    fill = "head -c 1M /dev/zero >/mnt/filler 2>/dev/null || true"
    mount = {
        READ_ONLY: f"mount --bind {path.parent} /mnt && mount -o remount,bind,ro /mnt",
        FULL: f"mount -t tmpfs -o size=200k tmpfs /mnt && cp -a {path.parent}/. /mnt && {{ {fill}; }}",
    }
    return said_by(
        [*NAMESPACE, "sh", "-c", f'{mount[how]} && exec "$@"', "sh", sys.executable, "-c", USE, "/mnt/state.db"]
    )


def use_on_disk_by_preload(faults: Path, path: Path, how: str) -> str:
    """Let every change fail as it does on such a disk."""
    error = {READ_ONLY: errno.EROFS, FULL: errno.ENOSPC}[how]
    arm = f"import ctypes; ctypes.CDLL(None).fault_at({bytes(path.parent)!r}, 1, {LASTING}, {error})"
    return said_by(["env", f"LD_PRELOAD={faults}", sys.executable, "-c", f"{arm}\n{USE}", str(path)])


def said_by(command: list[str]) -> str:
    """Run a program and return what it printed."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


@pytest.mark.parametrize("killed", [False, True], ids=["closed well", "killed before"])
def test_a_read_only_disk_can_be_read(killed: bool, path: Path, use_on_disk: Callable[[Path, str], str]) -> None:
    """Whether or not the last values are still in the log; writes are refused."""
    stored(path)
    if killed:
        said_by([sys.executable, "-c", USE.replace("store.close()", "import os; os._exit(0)"), str(path)])
    said = use_on_disk(path, READ_ONLY)
    assert ("text='new'" if killed else "text='old'") in said
    assert "True ['" in said
    assert "it may only be read" in said
    assert "refused:" in said


def test_a_full_disk_can_be_read(path: Path, use_on_disk: Callable[[Path, str], str]) -> None:
    """Writes are refused."""
    stored(path)
    said = use_on_disk(path, FULL)
    assert "text='old'" in said
    assert "What was saved can be read, but changes cannot be saved until then." in said
    assert "refused:" in said


def test_a_full_disk_at_the_first_start(path: Path, use_on_disk: Callable[[Path, str], str]) -> None:
    """Values are kept in memory."""
    path.parent.mkdir()
    said = use_on_disk(path, FULL)
    assert "False ['" in said
    assert "the disk is full" in said
    assert "refused:" not in said
