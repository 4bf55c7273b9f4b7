"""Counting up in a store; as a program, in a process of its own: URL KEY TIMES."""

from __future__ import annotations

import sys

from desktop_app.errors import StoreError
from desktop_app.state.redis_store import RedisStore
from desktop_app.state.store import Entry, Store


def one_more(entry: Entry | None) -> Entry:
    """Return the entry with a number higher by one."""
    return Entry(str(int(entry.text or 0) + 1), entry.revision + 1) if entry else Entry("1", 1)


def number(store: Store, key: str) -> int:
    """Return the number that is stored."""
    entry = store.read(key)
    return int(entry.text or 0) if entry else 0


def main(url: str, key: str, times: str) -> None:
    """Count up so many times; print how often it was acknowledged, and how often nobody knows."""
    store = RedisStore(url)
    acknowledged = unknown = 0
    print("started", flush=True)
    while acknowledged < int(times):
        try:
            store.update(key, one_more)
            acknowledged += 1
        except StoreError as error:
            unknown += "not known" in str(error)
    print(acknowledged, unknown)


if __name__ == "__main__":
    main(*sys.argv[1:])
