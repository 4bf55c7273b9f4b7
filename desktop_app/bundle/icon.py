"""The picture that a program is known by."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop_app.errors import NotBundled

KINDS = {"win32": (".ico", b"\0\0\1\0"), "darwin": (".icns", b"icns")}
OTHERWISE = (".png", b"\x89PNG\r\n\x1a\n")


def checked_icon(file: Path) -> Path:
    """Return an icon that this system takes, as an absolute path.

    Raises:
        NotBundled: it is not there, or of another kind.
    """
    kind, start = KINDS.get(sys.platform, OTHERWISE)
    try:
        with file.open("rb") as opened:
            first = opened.read(len(start))
    except OSError as error:
        raise NotBundled(f"the icon {file} cannot be read: {error.strerror}.") from None
    if file.suffix.lower() != kind or first != start:
        raise NotBundled(f"the icon {file} is no {kind} file, which this system needs. Convert it, and try again.")
    return file.resolve()
