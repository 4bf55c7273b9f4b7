"""The headless stand-in for a native window."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.bridge.connection import Connect
from desktop_app.testing.headless_page import HeadlessPage
from desktop_app.testing.local_storage import LocalStorage


class HeadlessSurface:
    """Shows one load of the page after the other, and tells the connection what happens.

    Args:
        title: what the title bar would say.
        connect: makes the connection, given this line to the page.
        closed: called once when the window is gone, to end its session.
        storage: what stands in for `localStorage`.
        place: where the window would be.
    """

    def __init__(
        self,
        title: str,
        connect: Connect,
        closed: Callable[[], None],
        storage: LocalStorage,
        place: object = None,
    ) -> None:
        self.title = title
        self.connection = connect(self)
        self.open = True
        self.place = place
        self._closed = closed
        self._storage = storage
        self.reload()

    def send(self, message: str) -> None:
        """Take a message for the page that is shown; one for a window that is gone goes nowhere."""
        if self.open:
            self.page.receive(message)

    def run(self, script: str) -> None:
        """Take a script, which has nothing here that it could run in; see `HeadlessPage.scripts`."""
        if self.open:
            self.page.scripts.append(script)

    def reload(self) -> None:
        """Load the page, for the first time or again."""
        self.connection.loading()
        self.page = HeadlessPage(self.connection.receive, self._storage)
        self.page.load()

    def close(self) -> None:
        """Close the window."""
        if self.open:
            self.open = False
            self._closed()
