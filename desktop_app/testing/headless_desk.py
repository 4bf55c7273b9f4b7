"""The desktop of a headless app: it notes what it is told."""

from __future__ import annotations

from collections.abc import Callable


class HeadlessDesk:
    """Notes what a desktop would show.

    Attributes:
        notifications: title and body of each, oldest first.
        clipboard: the text in the clipboard; None if there is none.
        badge: the number at the program's icon; 0 for none.
        progress: what the icon shows of progress, from 0 to 1; None for none.
    """

    def __init__(self) -> None:
        self.notifications: list[tuple[str, str]] = []
        self.clipboard: str | None = None
        self.badge = 0
        self.progress: float | None = None

    def notify(self, title: str, body: str) -> None:
        """Note a notification."""
        self.notifications.append((title, body))

    def read_clipboard(self, done: Callable[[str | None], None]) -> None:
        """Give the text."""
        done(self.clipboard)

    def write_clipboard(self, text: str) -> None:
        """Take a text."""
        self.clipboard = text

    def show_badge(self, count: int) -> None:
        """Note a number."""
        self.badge = count

    def show_progress(self, part: float | None) -> None:
        """Note progress."""
        self.progress = part
