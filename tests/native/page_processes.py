"""Which processes show an app's pages, as Linux shows them in /proc."""

from __future__ import annotations

from pathlib import Path

from desktop_app.doctor.listening import family


def page_processes(process: int) -> set[int]:
    """Return the descendants of a process that run pages: WebKit's, or those that Chromium's zygote has forked."""
    found = set()
    for each in family(process)[1:]:
        try:
            parent = int(Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()[1])
            if b"WebKitWebProcess" in command(each) or b"--type=zygote" in command(parent):
                found.add(each)
        except (FileNotFoundError, ProcessLookupError):  # it has just ended
            continue
    return found


def command(process: int) -> bytes:
    """Return the words that a process was started with."""
    return Path(f"/proc/{process}/cmdline").read_bytes()
