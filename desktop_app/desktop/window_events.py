"""What a surface tells of the window that it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.bridge.connection import Connect


@dataclass(frozen=True)
class WindowEvents:
    """Whom a surface calls; all but `may_close` are called one at a time, off the GUI thread.

    Args:
        connect: makes the connection of its page, given the line to it.
        may_close: tells at once whether the window may be closed without asking anybody.
        close_wanted: it was to be closed and may not be without asking.
        closed: it is gone; comes once.
        dropped: files were dropped on it.
    """

    connect: Connect
    may_close: Callable[[], bool]
    close_wanted: Callable[[], None]
    closed: Callable[[], None]
    dropped: Callable[[list[Path]], None]
