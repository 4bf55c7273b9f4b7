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


def page_processes() -> list[int]:
    """The processes that run pages: WebKit's, or those that Chromium's zygote has forked."""

    def command(process: int) -> bytes:
        return Path(f"/proc/{process}/cmdline").read_bytes()

    known, ours = parents(), family()
    webkit = [process for process in ours if b"WebKitWebProcess" in command(process)]
    return webkit + [process for process in ours[1:] if b"--type=zygote" in command(known[process])]
