"""What shows windows: the native side, or its headless stand-in."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import Protocol

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.dialog import Answered, Dialog
from desktop_app.desktop.engines.desk import Desk
from desktop_app.desktop.engines.engine import Screen
from desktop_app.desktop.menu_entry import MenuEntry
from desktop_app.desktop.window_events import WindowEvents


class Surface(Protocol):
    """Shows one window. Every method returns at once, from any thread, and does nothing once the window is gone."""

    @property
    def arrangement(self) -> Arrangement:
        """How the window is, or was when it was closed, as far as that is known."""

    def send(self, message: str) -> None:
        """Hand a message to the page."""

    def run(self, script: str) -> None:
        """Run a script in the page."""

    def reload(self) -> None:
        """Load the page again."""

    def arrange(self, wanted: Arrangement) -> None:
        """Let the window be like this."""

    def to_front(self, done: Callable[[], None] | None = None) -> None:
        """Bring the window before the others, as soon as it is there, and call `done` then."""

    def show_menu(self, menus: Sequence[MenuEntry]) -> None:
        """Let the menu bar have these menus; none hides it."""

    def ask(self, dialog: Dialog, answered: Answered) -> None:
        """Show a dialog; `answered` is called once, with None if the window is closed first."""

    def close(self) -> None:
        """Close the window, unless it may not be closed without asking."""


class Shell(Protocol):
    """Opens windows."""

    def open(self, events: WindowEvents, arrangement: Arrangement, permissions: Set[str] = frozenset()) -> Surface:
        """Open a window that is arranged like this and tells what happens to it; its page may use what is named."""

    def open_link(self, url: str) -> None:
        """Open a web or mail link in the system's browser, from any thread; returns at once."""

    @property
    def desk(self) -> Desk:
        """What the desktop offers beside windows."""

    def screens(self) -> Sequence[Screen]:
        """Return the part of each screen that windows may use, the main one first."""
