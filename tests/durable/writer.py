"""A program that writes both kinds of entries as fast as it can, and says what was acknowledged, until it is killed."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from desktop_app.state.sqlite_store import SqliteStore
from tests.durable.entries import next_of


def write(store: SqliteStore, keys: list[str]) -> None:
    """Write these keys in turn and for ever."""
    while True:
        for key in keys:
            entry = store.update(key, next_of(key))
            assert entry
            os.write(1, f"{key} {entry.revision}\n".encode())


if __name__ == "__main__":
    os.write(1, b"started\n")
    opened = SqliteStore(Path(sys.argv[1]))
    for notice in opened.notices:
        os.write(1, f"! {notice}\n".encode())
    for kind in ("global", "browser"):
        threading.Thread(target=write, args=(opened, [f"{kind}:{name}" for name in "abc"])).start()
