"""The headless stand-in for a native window."""

from __future__ import annotations

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.window_events import WindowEvents
from desktop_app.testing.headless_frame import HeadlessFrame
from desktop_app.testing.headless_page import HeadlessPage
from desktop_app.testing.local_storage import LocalStorage


class HeadlessSurface(HeadlessFrame):
    """Shows one load of the page after the other, and tells the connection what happens.

    Args:
        events: whom it tells.
        arrangement: how it is at first.
        storage: what stands in for `localStorage`.
    """

    def __init__(self, events: WindowEvents, arrangement: Arrangement, storage: LocalStorage) -> None:
        super().__init__(events, arrangement)
        self.connection = events.connect(self)
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
