"""What a session needs of the page that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from desktop_app.events.toast import Toast


class Page(Protocol):
    """The page of one load of one window; every call returns at once, from any thread."""

    def heard(self, number: int, edited: Iterable[int]) -> None:
        """Event `number` of this load has come, with the user's edits of these blocks."""

    def update(self, block_id: int, properties: Mapping[str, Any]) -> None:
        """Change properties of a block that is shown."""

    def toast(self, toast: Toast) -> None:
        """Show the user a message."""

    def store(self, key: str, text: str | None) -> None:
        """Write an entry of the page's `localStorage`; None removes it."""

    def flush(self) -> None:
        """Send what was said since the last flush, as soon as the page can take it."""

    def hold(self) -> None:
        """Send nothing until as many calls of `release` have come."""

    def release(self) -> None:
        """Undo one `hold`, and send what waits."""
