"""What a session needs of the page that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from desktop_app.events.toast import Toast
from desktop_app.session.status import Status

if TYPE_CHECKING:
    from desktop_app.blocks.layout import Layout
    from desktop_app.session.session import Session


class Page(Protocol):
    """The page of one load of one window; every call returns at once, from any thread."""

    def heard(self, number: int, edited: Iterable[int]) -> None:
        """Event `number` of this load has come, with the user's edits of these blocks."""

    def update(self, block_id: int, properties: Mapping[str, Any]) -> None:
        """Change properties of a block that is shown."""

    def show(self, layout: Layout, session: Session, gone: Iterable[int]) -> None:
        """Show the children that a layout has now in place of those it had; blocks of the ids `gone` are no more."""

    def listen(self, block_id: int, events: Iterable[str]) -> None:
        """Tell from now on of these events of a block."""

    def status(self, block_id: int, status: Status | None) -> None:
        """Show what the listener that writes a block is doing; None for nothing."""

    def problem(self, block_id: int, message: str | None) -> None:
        """Show what is wrong with what the user entered in a field; None for nothing."""

    def scroll_to(self, block_id: int) -> None:
        """Bring a block into view."""

    def call(self, number: int, function: int, arguments: Sequence[object]) -> None:
        """Call a JavaScript function that was defined; what comes of it is heard by this number."""

    def gather(self, gathering: int) -> None:
        """Ask for the values that the user has entered and that Python has not heard of; see `Session.gathered`."""

    def run(self, script: str) -> None:
        """Run a script of the author's in the page, after all that was sent before it."""

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
