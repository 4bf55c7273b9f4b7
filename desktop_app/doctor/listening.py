"""Where processes listen, as Linux shows it in /proc."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

# The states' numbers in /proc/net: a TCP socket that listens, a UDP socket that hears from anybody.
TCP_LISTENS, UDP_OPEN = "0A", "07"
UNIX_LISTENS = 0x10000  # the flag of a local socket that accepts connections
BETWEEN_LOOKS = 0.01  # seconds
ENDED = "ended"


class ListeningWatch:
    """Looks again and again where the descendants listen that a process gets while it is entered.

    Args:
        process: the process; neither it nor what it had started before is looked at.

    Attributes:
        found: where one was seen to listen, with the process's name.
        names: the names of all processes that were seen.
        looks: how often it has looked.
    """

    def __init__(self, process: int) -> None:
        self.found: set[str] = set()
        self.names: set[str] = set()
        self.looks = 0
        self._process = process
        self._before: set[int] = set()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="listening-watch", daemon=True)

    def __enter__(self) -> ListeningWatch:
        self._before = set(family(self._process))
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(BETWEEN_LOOKS):
            for process in set(family(self._process)) - self._before:
                name = _name(process)
                self.names |= {name} - {ENDED}
                self.found.update(f"{name}: {address}" for address in sockets_of(process))
            self.looks += 1


def sockets_of(process: int) -> Iterator[str]:
    """Give the addresses at which one process listens: for TCP, for UDP, and at local sockets."""
    ours = open_files(process)
    for table, state in (("tcp", TCP_LISTENS), ("tcp6", TCP_LISTENS), ("udp", UDP_OPEN), ("udp6", UDP_OPEN)):
        for row in _table(process, table):
            if row[3] == state and f"socket:[{row[9]}]" in ours:
                yield f"{table} {row[1]}"
    for row in _table(process, "unix"):
        if int(row[3], 16) & UNIX_LISTENS and f"socket:[{row[6]}]" in ours:
            yield f"unix {row[7] if len(row) > 7 else 'without a name'}"


def family(process: int) -> list[int]:
    """Return a process and all its descendants."""
    found = [process]
    for each in found:
        for children in Path(f"/proc/{each}/task").glob("*/children"):
            with suppress(OSError):
                found.extend(int(child) for child in children.read_text().split())
    return found


def open_files(process: int) -> set[str]:
    """Return what a process has open, as far as it stays open meanwhile."""
    found = set()
    with suppress(OSError):
        for entry in Path(f"/proc/{process}/fd").iterdir():
            with suppress(OSError):
                found.add(str(entry.readlink()))
    return found


def _table(process: int, name: str) -> list[list[str]]:
    """The rows of a table of sockets, as the process sees it: it may have a network of its own."""
    try:
        return [row.split() for row in Path(f"/proc/{process}/net/{name}").read_text().splitlines()[1:]]
    except OSError:  # it has ended
        return []


def _name(process: int) -> str:
    try:
        return Path(f"/proc/{process}/comm").read_text().strip()
    except OSError:
        return ENDED
