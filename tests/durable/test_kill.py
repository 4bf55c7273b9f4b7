"""After any kill a value is the last acknowledged one or the one being written; never torn, never older."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop_app.state.sqlite_store import SqliteStore
from desktop_app.state.store import Entry
from tests.durable.entries import is_whole, stored
from tests.soak import rounds

SEED = 3
LONGEST = 0.2  # seconds until the kill: from before the file is opened to some hundred writes later

CUT_OFF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.executescript("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 2; BEGIN; UPDATE entries SET text = 'new'")
connection.executemany("INSERT INTO entries VALUES (?, 1, 1, zeroblob(9000), x'')", [(str(n),) for n in range(50)])
os._exit(1)
"""


def test_a_killed_writer_leaves_the_last_acknowledged_value_or_the_one_being_written(
    path: Path, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    """Each round kills a writer at a random moment and goes on with the file it left."""
    chance = random.Random(SEED)
    number = rounds(40, 300)
    found: dict[str, int] = {}
    writes = in_flight = 0
    for round_number in range(number):
        acknowledged = dict(found)
        for key, revision in killed_writer(path, chance.uniform(0, LONGEST)):
            acknowledged[key] = revision
            writes += 1
        found = revisions_after(path, tmp_path / str(round_number))
        assert found.keys() >= acknowledged.keys()
        landed = {key: revision - acknowledged.get(key, 0) for key, revision in found.items()}
        assert set(landed.values()) <= {0, 1}, f"round {round_number}: {landed}"
        assert sum(landed.values()) <= 2, "no more than one write of each kind was under way"
        in_flight += sum(landed.values())
    assert writes > number, "the writer hardly ever wrote"
    figure(
        f"kill: {number} rounds, {writes} acknowledged writes, {in_flight} landed unacknowledged; none torn or older"
    )


def killed_writer(path: Path, after: float) -> list[tuple[str, int]]:
    """Run a writer, kill it, and return what it had acknowledged."""
    with subprocess.Popen([sys.executable, "-m", "tests.durable.writer", path], stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == b"started\n"
        with suppress(subprocess.TimeoutExpired):
            writer.wait(after)
        writer.kill()
        lines = writer.stdout.read().decode().splitlines()
    assert not [line for line in lines if line.startswith("!")], "a kill is no reason to set a file aside"
    return [(key, int(revision)) for key, revision in (line.split() for line in lines)]


def revisions_after(path: Path, copy: Path) -> dict[str, int]:
    """Open a copy of what the kill left, so that the next writer meets it as it is; return the revisions."""
    if not path.exists():
        return {}
    copy.mkdir()
    for part in ("", "-wal"):
        with suppress(FileNotFoundError):
            shutil.copy(path.with_name(path.name + part), copy / f"state.db{part}")
    store = SqliteStore(copy / "state.db")
    entries = {key: store.read(key) for kind in ("global", "browser") for key in (f"{kind}:{name}" for name in "abc")}
    store.close()
    shutil.rmtree(copy)
    assert store.notices == []
    assert all(is_whole(key, entry) for key, entry in entries.items() if entry), "a torn value"
    return {key: entry.revision for key, entry in entries.items() if entry}


def test_a_transaction_that_was_cut_off_without_a_log_is_rolled_back(path: Path) -> None:
    """Where the file system allows no write-ahead log, SQLite keeps the old pages in a journal."""
    stored(path)
    assert subprocess.run([sys.executable, "-c", CUT_OFF, path]).returncode == 1
    assert path.with_name("state.db-journal").exists()
    store = SqliteStore(path)
    assert store.read("global:a") == Entry("old", 1)
    assert store.notices == []
    store.close()
