"""How much memory a process has to itself, as Linux shows it in /proc."""

from __future__ import annotations

from pathlib import Path


def own_memory(process: int) -> int:
    """Return the memory in use that is a process's alone, in kB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    [line] = [line for line in lines if line.startswith("RssAnon:")]
    return int(line.split()[1])
