"""Where a program listens."""

from __future__ import annotations

from desktop_app.doctor.listening import family, sockets_of


def listening_sockets(process: int) -> list[str]:
    """Return where a process or a descendant of it listens: for TCP, for UDP, and at local sockets."""
    return sorted({address for each in family(process) for address in sockets_of(each)})
