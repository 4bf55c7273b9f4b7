"""What a desktop offers to a program beside windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Desk(Protocol):
    """The desktop of one engine. Every method may be called from any thread and returns at once."""

    def notify(self, title: str, body: str) -> None:
        """Show a notification, where the desktop has them."""

    def read_clipboard(self, done: Callable[[str | None], None]) -> None:
        """Give the text in the clipboard to `done`, on the GUI thread; None if there is none."""

    def write_clipboard(self, text: str) -> None:
        """Put a text into the clipboard."""

    def show_badge(self, count: int) -> None:
        """Show a number at the program's icon, where the desktop can; 0 shows none."""

    def show_progress(self, part: float | None) -> None:
        """Show how far something is at the program's icon, from 0 to 1, where the desktop can; None shows none."""
