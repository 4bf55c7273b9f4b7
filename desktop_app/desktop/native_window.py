"""A window on the screen."""

from __future__ import annotations

import logging
from collections.abc import Callable

from desktop_app.bridge.connection import Connect
from desktop_app.desktop.dispatcher import Dispatcher
from desktop_app.desktop.engines.engine import Engine, Handlers, Place, View

log = logging.getLogger("desktop_app.desktop")
WIDTH, HEIGHT = 960, 720  # pixels


class NativeWindow:
    """Passes what happens in a native window on to its connection, over the dispatcher.

    Args:
        engine: opens the window.
        dispatcher: runs what the window says.
        title: what the title bar says.
        page_url: what it shows.
        connect: makes the connection, given this line to the page.
        closed: called once when the window is gone, to end its session.
        place: where to open it; None lets the engine choose.
    """

    def __init__(
        self,
        engine: Engine,
        dispatcher: Dispatcher,
        title: str,
        page_url: str,
        connect: Connect,
        closed: Callable[[], None],
        place: Place | None = None,
    ) -> None:
        self._dispatcher = dispatcher
        self._connection = connect(self)
        self.view: View = engine.open(
            title,
            page_url,
            Handlers(
                received=lambda text: dispatcher.put(lambda: self._connection.receive(text)),
                loading=lambda: dispatcher.put(self._connection.loading),
                closed=lambda: dispatcher.put(closed),
                gone=self._crashed,
            ),
            **(place._asdict() if place else {"width": WIDTH, "height": HEIGHT}),
        )

    def send(self, message: str) -> None:
        """Hand a message to the page; returns at once."""
        self.view.run(f"desktopApp.receive({message});0")

    def run(self, script: str) -> None:
        """Run a script of the author's in the page; returns at once."""
        self.view.run(f"{script}\n;0")

    @property
    def place(self) -> Place | None:
        """Where it was when it was closed."""
        return self.view.place

    def reload(self) -> None:
        """Load the page again."""
        self.view.reload()

    def close(self) -> None:
        """Close the window."""
        self.view.close()

    def _crashed(self, reason: str) -> None:
        self._dispatcher.put(lambda: self._recover(reason))

    def _recover(self, reason: str) -> None:
        if self._connection.session is None:  # it died before it could show anything, and would again
            log.error("the page's process has died while loading (%s); the window stays empty", reason)
            return
        log.error("the page's process has died (%s); the page is loaded again", reason)
        self._connection.close()
        self.view.reload()
