"""What the tests write: texts that tell by themselves whether they are torn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_app.state.sqlite_store import SqliteStore
from desktop_app.state.store import Entry, Store

SIZES = (0, 1, 10, 100, 300, 1000, 3000, 20_000)


def text_of(key: str, revision: int) -> str | None:
    """Return the text of a key at a revision: now short, now over many pages, now deleted."""
    if revision % 11 == 0:
        return None
    size = SIZES[(revision * 7 + len(key)) % len(SIZES)]
    return f"{key} {revision} " + chr(ord("a") + revision % 26) * size


def next_of(key: str) -> Callable[[Entry | None], Entry]:
    """Return the change that writes the next revision of a key."""

    def change(entry: Entry | None) -> Entry:
        revision = (entry.revision if entry else 0) + 1
        return Entry(text_of(key, revision), revision, version=revision % 3)

    return change


def is_whole(key: str, entry: Entry) -> bool:
    """Whether an entry is one that was written."""
    return entry == Entry(text_of(key, entry.revision), entry.revision, entry.revision % 3)


def put(store: Store, key: str, text: str | None) -> Entry:
    """Write a text."""
    entry = store.update(key, lambda entry: Entry(text, (entry.revision if entry else 0) + 1))
    assert entry
    return entry


def stored(path: Path) -> None:
    """Make a file with one entry."""
    store = SqliteStore(path)
    put(store, "global:a", "old")
    store.close()


def set_aside(path: Path) -> list[Path]:
    """Return the files that were set aside in the place of `path`, without their logs."""
    return [each for each in path.parent.glob(f"{path.name}.set-aside-*") if each.name[-4:] not in ("-wal", "-shm")]
