"""This process and its children, as Linux shows them in /proc."""

from __future__ import annotations

import os
from pathlib import Path


def parents() -> dict[int, int]:
    """Every process and its parent."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    return found


def family() -> list[int]:
    """The process ids of this process and all its descendants."""
    known = parents()
    found = [os.getpid()]
    for process in found:
        found.extend(child for child, parent in known.items() if parent == process)
    return found


def listening_sockets() -> list[str]:
    """The local addresses at which this process or a descendant listens for TCP."""
    ours = set()
    for process in family():
        for entry in Path(f"/proc/{process}/fd").iterdir():
            try:
                ours.add(str(entry.readlink()))
            except OSError:
                continue
    rows = [row.split() for table in ("tcp", "tcp6") for row in Path(f"/proc/net/{table}").read_text().splitlines()[1:]]
    return [row[1] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in ours]


def page_processes() -> list[int]:
    """The processes that run pages: WebKit's, or those that Chromium's zygote has forked."""

    def command(process: int) -> bytes:
        return Path(f"/proc/{process}/cmdline").read_bytes()

    known, ours = parents(), family()
    webkit = [process for process in ours if b"WebKitWebProcess" in command(process)]
    return webkit + [process for process in ours[1:] if b"--type=zygote" in command(known[process])]
