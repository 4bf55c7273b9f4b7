"""Bytes that change on the disk are seen, and hide nothing that can still be read."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.state.salvage import salvage
from desktop_app.state.sqlite_rows import CHECKSUM_SIZE, SCHEMA_VERSION, checksum, verified
from desktop_app.state.sqlite_store import SqliteStore, open_store
from desktop_app.state.store import Entry
from desktop_app.state.write_ahead_log import log_of, read_log
from tests.durable.entries import is_whole, next_of, put, set_aside
from tests.soak import rounds

SEED = 11
KEYS = [f"{'global' if number % 2 else 'browser'}:{number}" for number in range(50)]
FRAME = 24 + 4096  # bytes of a page in the log with its header


class Original:
    """A file of 50 entries with a log that has the newest revision of some."""

    def __init__(self, folder: Path) -> None:
        path = folder / "state.db"
        for writes in (150, 40):
            store = SqliteStore(path)
            chance = random.Random(writes)
            for key in [*KEYS, *chance.choices(KEYS, k=writes)] if writes == 150 else chance.choices(KEYS, k=writes):
                store.update(key, next_of(key))
            self.entries = {key: store.read(key) for key in KEYS}
            self.database, self.log = path.read_bytes(), log_of(path).read_bytes()
            store.close()
        frames = read_log(self.log).committed
        self.ends = [32 + FRAME * number for number, frame in enumerate(frames, 1) if frame.commits]

    def finished(self, log: bytes) -> bytes:
        """Return a log up to the last transaction that is all there."""
        return log[: max((end for end in self.ends if end <= len(log)), default=0)]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Original:
    """The file that is damaged."""
    return Original(tmp_path_factory.mktemp("original"))


def damage(content: bytes, chance: random.Random) -> tuple[bytes, int, str]:
    """Return the content with some bytes changed, where the change ends, and of which kind it is."""
    kind = chance.choice(["flip", "zero", "truncate"])
    start = chance.randrange(len(content))
    if kind == "truncate":
        return content[:start], len(content), kind
    changed = bytearray(content)
    end = min(start + chance.choice([1, 1, 8, 500, 5000]), len(content))
    for place in range(start, end):
        changed[place] = 0 if kind == "zero" else changed[place] ^ chance.randrange(1, 256)
    return bytes(changed), end, kind


def read_by_sqlite(database: bytes, log: bytes, folder: Path) -> dict[str, Entry]:
    """Return what SQLite gives out of a damaged file, one entry at a time."""
    folder.mkdir()
    path = folder / "state.db"
    path.write_bytes(database)
    log_of(path).write_bytes(log)
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        for key in KEYS:
            try:
                row = connection.execute("SELECT * FROM entries WHERE key = ?", (key,)).fetchone()
                found |= [verified(row)] if row else []
            except Exception:  # whatever it is: this row cannot be read so
                continue
    shutil.rmtree(folder)
    return found


def read_by_search(content: bytes, entries: Mapping[str, Entry | None]) -> dict[str, Entry]:
    """Return the entries, among those in one piece, whose bytes are all there."""
    found = {}
    for key, entry in entries.items():
        if entry and len(entry.text or "") < 200:
            text = None if entry.text is None else entry.text.encode()
            numbers = b"".join(bytes([number]) for number in (entry.revision, entry.version) if number > 1)
            body = key.encode() + numbers + (text or b"") + checksum(key, entry.revision, entry.version, text)
            if body in content:
                found[key] = entry
    return found


def test_a_damaged_file_is_set_aside_and_all_that_is_readable_carried_over(
    original: Original, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    """Bytes are changed, zeroed or cut off at random places in the file or its log."""
    chance = random.Random(SEED)
    number = rounds(200, 1500)
    seen = carried = lost = silent = 0
    for round_number in range(number):
        database, log = original.database, original.log
        if in_log := chance.random() < 0.5:
            log, end, kind = damage(log, chance)
        else:
            database, end, kind = damage(database, chance)
        what = f"round {round_number}: {kind} in the {'log' if in_log else 'file'} up to {end}"
        folder = tmp_path / str(round_number)
        readable = read_by_sqlite(database, log, tmp_path / "copy")
        for key, entry in read_by_search(database + original.finished(log), original.entries).items():
            if key not in readable or readable[key].revision < entry.revision:
                readable[key] = entry
        path = folder / "state.db"
        folder.mkdir()
        path.write_bytes(database)
        log_of(path).write_bytes(log)
        store = open_store(path)
        assert isinstance(store, SqliteStore), f"{what}: {store.notices}"
        entries = {key: store.read(key) for key in KEYS}
        assert all(is_whole(key, entry) for key, entry in entries.items() if entry), what
        older = {key for key, entry in readable.items() if (entries[key] or Entry(None, 0)).revision < entry.revision}
        assert not older, f"{what}: readable, but not carried over: {older}"
        put(store, KEYS[0], "the store works")
        store.close()
        if store.notices:
            (aside,) = set_aside(path)
            assert (aside.read_bytes(), log_of(aside).read_bytes()) == (database, log), what
            seen += 1
            carried += sum(entry is not None for entry in entries.values())
            lost += sum(entry is None for entry in entries.values())
        elif entries != original.entries:
            # A log that ends early is what a kill leaves, and no reason for a word.
            assert in_log, what
            assert kind == "truncate" or end > original.ends[-2], what
            silent += 1
        shutil.rmtree(folder)
    figure(
        f"corruption: {number} rounds; {seen} files set aside, {carried} entries carried over, {lost} unreadable; "
        f"{silent} logs that ended early, as after a kill"
    )
    assert seen > number / 3


@pytest.mark.parametrize("content", [b"", b"\0", b"not a database" * 1000, b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_database_is_set_aside(content: bytes, path: Path) -> None:
    """And an orphaned log with it."""
    path.parent.mkdir()
    path.write_bytes(content)
    log_of(path).write_bytes(b"a log" * 2000)
    store = SqliteStore(path)
    (notice,) = store.notices
    (aside,) = set_aside(path)
    assert str(path) in notice
    assert aside.name in notice
    assert "Nothing in it could be read" in notice
    assert (aside.read_bytes(), log_of(aside).read_bytes()) == (content, b"a log" * 2000)
    put(store, "global:a", "1")
    store.close()


def test_a_log_without_its_file_is_read(original: Original, path: Path) -> None:
    """As after somebody removed the file while the app did not run."""
    path.parent.mkdir()
    log_of(path).write_bytes(original.log)
    store = SqliteStore(path)
    found = {key: entry for key in KEYS if (entry := store.read(key))}
    assert found.items() <= original.entries.items()
    assert len(found) > 10
    assert "is damaged" in store.notices[0]
    store.close()


def test_an_entry_that_ends_on_the_page_where_the_file_was_cut_off_is_carried_over(path: Path) -> None:
    """Though that page, the second one of its text, is not all there."""
    store = SqliteStore(path)
    text = "a" * 3000
    kept = put(store, "global:a", text)
    put(store, "global:b", "b" * 3000)
    store.close()
    content = path.read_bytes()
    end = content.index(checksum("global:a", kept.revision, kept.version, text.encode())) + CHECKSUM_SIZE
    path.write_bytes(content[:end])
    store = SqliteStore(path)
    assert "The one entry that could be read was carried over. Not readable: global:b." in store.notices[0]
    assert store.read("global:a") == kept
    store.close()


def test_entries_are_carried_over_from_whichever_frame_of_the_log_has_no_header(
    original: Original, tmp_path: Path
) -> None:
    """Though nothing in such a frame says that it is not left from an earlier round of the log."""
    for start in range(32, len(original.log), FRAME):
        log = original.log[:start] + bytes(24) + original.log[start + 24 :]
        (tmp_path / "log").write_bytes(log)
        found = salvage(original.database, tmp_path / "log").entries
        assert read_by_search(original.database + log, original.entries).items() <= found.items(), start


def test_the_newest_entry_is_carried_over_if_its_frame_has_no_header(path: Path) -> None:
    """SQLite would drop it without a word, as what a kill leaves."""
    store = SqliteStore(path)
    kept = [put(store, f"global:{name}", "true") for name in "ab"]
    database, log = path.read_bytes(), log_of(path).read_bytes()
    store.close()
    path.write_bytes(database)
    log_of(path).write_bytes(log[:-FRAME] + bytes(24) + log[24 - FRAME :])
    store = SqliteStore(path)
    assert "The 2 entries that could be read were carried over." in store.notices[0]
    assert [store.read(f"global:{name}") for name in "ab"] == kept
    store.close()


def change_file(path: Path, statement: str) -> None:
    """Do to a closed file what another program may do."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(statement)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (f"PRAGMA user_version = {SCHEMA_VERSION + 1}", "was written by a newer version of this app"),
        ("CREATE TABLE another (key)", "is not in this app's form"),
        ("ALTER TABLE entries ADD COLUMN more", "is not in this app's form"),
        ("PRAGMA user_version = 0", "is not in this app's form"),
    ],
)
def test_a_file_of_another_form_is_set_aside(statement: str, reason: str, path: Path) -> None:
    """With what it has in this app's form carried over."""
    store = SqliteStore(path)
    put(store, "global:a", "1")
    store.close()
    change_file(path, statement)
    content = path.read_bytes()
    store = SqliteStore(path)
    assert reason in store.notices[0]
    assert "The one entry that could be read was carried over" in store.notices[0]
    assert store.read("global:a") == Entry("1", 1)
    assert [each.read_bytes() for each in set_aside(path)] == [content]
    store.close()


def test_an_entry_that_somebody_changed_is_named(path: Path) -> None:
    """Another's value without the right checksum is never handed out."""
    store = SqliteStore(path)
    for name in "abc":
        put(store, f"global:{name}", "true")
    store.close()
    change_file(path, "UPDATE entries SET text = 'forged' WHERE key = 'global:b'")
    store = SqliteStore(path)
    assert "The 2 entries that could be read were carried over. Not readable: global:b." in store.notices[0]
    assert [store.read(f"global:{name}") for name in "abc"] == [Entry("true", 1), None, Entry("true", 1)]
    store.close()
    again = SqliteStore(path)
    assert again.notices == []
    again.close()


def test_an_entry_that_changes_while_the_app_runs_is_refused(path: Path) -> None:
    """Neither handed out nor overwritten; the next start sets the file aside."""
    store = SqliteStore(path)
    put(store, "global:a", "true")
    change_file(path, "UPDATE entries SET text = 'forged'")
    with pytest.raises(Exception, match="damaged; start the app again"):
        store.read("global:a")
    with pytest.raises(Exception, match="damaged; start the app again"):
        put(store, "global:a", "new")
    store.close()
    again = SqliteStore(path)
    assert "is damaged" in again.notices[0]
    again.close()


def test_files_set_aside_in_the_same_second_have_names_of_their_own(path: Path) -> None:
    """None takes the place of another."""
    path.parent.mkdir()
    for number in range(3):
        path.write_bytes(b"no database %d" % number)
        SqliteStore(path).close()
    assert {each.read_bytes() for each in set_aside(path)} == {b"no database %d" % number for number in range(3)}
