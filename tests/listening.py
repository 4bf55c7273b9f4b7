"""Where a program listens."""

from __future__ import annotations

import re

from desktop_app.doctor.listening import family, sockets_of

# Where a later start hands over to the first: in a folder that is this user's alone, and no network leads there.
OWN_SOCKET = re.compile(r"(?:.*: )?unix /[^@]*/desktop-blocks-\w+/socket")


def listening_sockets(process: int) -> list[str]:
    """Return where a process or a descendant of it listens: for TCP, for UDP, and at local sockets but an app's own."""
    found = {address for each in family(process) for address in sockets_of(each)}
    return sorted(foreign(found))


def foreign(addresses: set[str]) -> set[str]:
    """Return these addresses without that of an app's own local socket."""
    return {address for address in addresses if not OWN_SOCKET.fullmatch(address)}
