"""A window of the app, and what shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop_app.blocks.blocks import Blocks
from desktop_app.bridge.connection import Connect, Connection
from desktop_app.session.session import Session


class Surface(Protocol):
    """What shows a window: a native one, or its headless stand-in."""

    @property
    def place(self) -> object:
        """Where it was when it was closed; None if that is not known."""

    def send(self, message: str) -> None:
        """Hand a message to the page; returns at once."""

    def run(self, script: str) -> None:
        """Run a script in the page; returns at once."""

    def reload(self) -> None:
        """Load the page again."""

    def close(self) -> None:
        """Close the window."""


class Shell(Protocol):
    """What opens windows: the native side, or its headless stand-in."""

    def open(
        self,
        title: str,
        connect: Connect,
        closed: Callable[[], None],
        place: object = None,
    ) -> Surface:
        """Open a window whose page talks to the connection that `connect(line)` makes.

        `closed` is called once, when the window is gone; `place` is that of a surface that was closed.
        """


class Window:
    """A window of the app.

    Attributes:
        id: names it among the app's windows.
        title: what its title bar says.
        blocks: what it shows.
    """

    def __init__(self, window_id: str, blocks: Blocks, title: str) -> None:
        self.id = window_id
        self.blocks = blocks
        self.title = title
        self.surface: Surface | None = None
        self.connection: Connection | None = None
        self.kept: Session | None = None  # the session, while the window is closed and may be opened again

    @property
    def session(self) -> Session | None:
        """The session of the page it shows now; None while the page loads."""
        return self.connection.session if self.connection else None

    def reload(self) -> None:
        """Load the page again: the session ends, and a new one begins."""
        if self.surface:
            self.surface.reload()

    def close(self) -> None:
        """Close the window; its session ends, unless its blocks keep it for a while."""
        if self.surface:
            self.surface.close()
