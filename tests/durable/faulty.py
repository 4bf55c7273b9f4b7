"""A program that uses a store while the n-th change on the disk fails, for every n, and checks what is left.

Runs with faults.c preloaded. For each n a fork works with the fault; then, without faults, the file is opened again.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.errors import StoreError
from desktop_app.state.sqlite_store import SqliteStore, open_store
from desktop_app.state.store import Entry
from desktop_app.state.write_ahead_log import content_of, log_of
from tests.durable.entries import put, set_aside

FAULTS = ctypes.CDLL(None)  # what is preloaded
ONCE, LASTING, SHORT, KILL = range(4)
WAYS = {  # name: how the n-th change fails, and with which error
    "full disk, once": (ONCE, errno.ENOSPC),
    "full disk, from then on": (LASTING, errno.ENOSPC),
    "full disk in the middle of a write": (SHORT, errno.ENOSPC),
    "I/O error, once": (ONCE, errno.EIO),
    "I/O error, from then on": (LASTING, errno.EIO),
    "read-only, from then on": (LASTING, errno.EROFS),
    "killed": (KILL, errno.EIO),
}
KEYS = ["global:a", "global:b", "browser:long", "browser:new", *(f"global:{number}" for number in range(20))]
OLD = {"global:a": "old", "global:b": "", "browser:long": "long" * 8000, **{key: key * 40 for key in KEYS[4:]}}


def prepare_nothing(path: Path) -> None:
    """The first start: not even the folder is there."""


def prepare_stored(path: Path) -> None:
    """A file that was closed well."""
    store = SqliteStore(path)
    for key, text in OLD.items():
        put(store, key, text)
    store.close()


def prepare_killed(path: Path) -> None:
    """A file whose last writes are in its log alone."""
    child = os.fork()
    if child == 0:
        prepare_stored(path)
        store = SqliteStore(path)
        put(store, "global:a", "in the log")
        put(store, "browser:long", "log" * 5000)
        os._exit(0)  # as a kill: the store is not closed
    os.waitpid(child, 0)


def prepare_damaged(path: Path) -> None:
    """A file and a log in which one entry has other bytes than were written."""
    prepare_killed(path)
    for part in (path, log_of(path)):
        part.write_bytes(part.read_bytes().replace(b"global:7" * 40, b"globe:7!" * 40))


STATES = {
    "nothing there": prepare_nothing,
    "closed well": prepare_stored,
    "killed before": prepare_killed,
    "damaged": prepare_damaged,
}


def work(path: Path, tell: Callable[[dict[str, Any]], None]) -> None:
    """Use a store; tell what was promised."""
    store = open_store(path, timeout=0.1)
    tell({"durable": store.durable, "notices": store.notices})
    texts = {key: text_in(store, key) for key in KEYS}
    tell({"read": {key: text for key, text in texts.items() if text != "unreadable"}})
    for key, text in [("global:a", "1"), ("browser:new", "2" * 20_000), ("global:b", None), ("global:a", "3" * 300)]:
        tell({"key": key, "text": text, "done": None})
        try:
            put(store, key, text)
        except StoreError as error:
            tell({"done": False, "error": str(error)})
        else:
            assert text_in(store, key) in (text, "unreadable")
            tell({"done": True})
    store.close()
    tell({"closed": True})


def text_in(store: Any, key: str) -> str | None:
    """Return the text of a key; "unreadable" if the disk does not give it."""
    try:
        entry: Entry | None = store.read(key)
    except StoreError:
        return "unreadable"
    return entry.text if entry else None


def told_by(path: Path, number: int, how: int, with_error: int) -> tuple[list[dict[str, Any]], bool]:
    """Work with a fault at the n-th change; return what was told, and whether it came to the fault."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        tell = lambda told: os.write(writing, json.dumps(told).encode() + b"\n") and None
        try:
            FAULTS.fault_at(str(path.parent).encode(), number, how, with_error)
            work(path, tell)
        except BaseException:
            tell({"raised": traceback.format_exc()})
        tell({"calls": FAULTS.fault_calls()})
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as lines:
        told = [json.loads(line) for line in lines]
    os.waitpid(child, 0)
    calls = told[-1].get("calls") if told else None
    return told, calls is None or calls >= number


def check(path: Path, told: list[dict[str, Any]], old: dict[str, str | None], how: int, damaged: list[bytes]) -> None:
    """Fail unless all that was promised is there."""
    merged: dict[str, Any] = {}
    possible: dict[str, set[str | None]] = {key: {old.get(key)} for key in KEYS}
    errors = 0
    for line in told:
        assert "raised" not in line, line["raised"]
        if "read" in line and merged["durable"]:
            wrong = {key: text for key, text in line["read"].items() if text != old.get(key)}
            assert not wrong, f"read before the first write: {wrong!s:.200}"
        if "key" in line:
            possible[line["key"]].add(line["text"])
        merged |= line
        if line.get("done") and merged["durable"]:
            possible[merged["key"]] = {merged["text"]}
        if line.get("done") is False:
            errors += 1
            assert merged["error"], "an error without a message"
    if how != KILL:
        assert merged.get("closed")
        assert merged["durable"] or merged["notices"], "nothing is kept, and nobody was told"
    store = open_store(path, timeout=1)
    assert isinstance(store, SqliteStore), store.notices
    for key in KEYS:
        text = text_in(store, key)
        assert text in possible[key], (
            f"{key}: {text!r:.60} instead of one of {[f'{each!r:.60}' for each in possible[key]]}"
        )
    store.close()
    if damaged:
        kept = [file_and_log(aside) for aside in set_aside(path)]
        assert damaged in kept, "the damaged file is not kept as it was"
    else:
        assert set_aside(path) == []


def sweep(folder: Path, state: str, way: str, first: int, step: int) -> int:
    """Let each step-th change fail, until there is none left; return how many faults there were."""
    how, with_error = WAYS[way]
    template, path = folder / "template" / "state.db", folder / "app" / "state.db"
    STATES[state](template)
    old = what_is_readable(template, folder / "copy") if template.exists() else {}
    damaged = file_and_log(template) if state == "damaged" else []
    number = first
    while True:
        shutil.rmtree(path.parent, ignore_errors=True)
        if template.exists():
            shutil.copytree(template.parent, path.parent)
        told, hit = told_by(path, number, how, with_error)
        try:
            check(path, told, old, how, damaged)
        except BaseException:
            print(f"{state}, {way}, at change {number}. Told:", *(f"{line!s:.200}" for line in told), sep="\n  ")
            raise
        if not hit:
            return (number - first) // step
        number += step


def file_and_log(path: Path) -> list[bytes]:
    """Return the bytes of a file and of its log."""
    return [content_of(path), content_of(log_of(path))]


def what_is_readable(template: Path, copy: Path) -> dict[str, str | None]:
    """Return what a store makes of a file if nothing fails."""
    shutil.copytree(template.parent, copy)
    store = SqliteStore(copy / "state.db")
    texts = {key: text_in(store, key) for key in KEYS}
    store.close()
    shutil.rmtree(copy)
    return texts


if __name__ == "__main__":
    print(sweep(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])))
