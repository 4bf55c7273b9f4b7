"""Where a program listens, as Linux shows it in /proc."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

LISTEN = "0A"  # the state's number in /proc/net/tcp


def listening_sockets(process: int) -> list[str]:
    """Return the local addresses at which a process or a descendant of it listens for TCP."""
    ours = {link for each in family(process) for link in open_files(each)}
    rows = [row.split() for table in ("tcp", "tcp6") for row in Path(f"/proc/net/{table}").read_text().splitlines()[1:]]
    return [row[1] for row in rows if row[3] == LISTEN and f"socket:[{row[9]}]" in ours]


def open_files(process: int) -> set[str]:
    """Return what a process has open, as far as it stays open meanwhile."""
    found = set()
    with suppress(FileNotFoundError):
        for entry in Path(f"/proc/{process}/fd").iterdir():
            with suppress(FileNotFoundError):
                found.add(str(entry.readlink()))
    return found


def family(process: int) -> list[int]:
    """Return a process and all its descendants."""
    found = [process]
    for each in found:
        for children in Path(f"/proc/{each}/task").glob("*/children"):
            with suppress(FileNotFoundError):
                found.extend(int(child) for child in children.read_text().split())
    return found
