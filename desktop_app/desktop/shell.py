"""The native side of an app: its windows and their menus on one engine."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.bridge.connection import Connect
from desktop_app.desktop.dispatcher import Dispatcher
from desktop_app.desktop.engines.choose import choose
from desktop_app.desktop.menu import menu
from desktop_app.desktop.native_window import NativeWindow
from desktop_app.desktop.page import page_url

log = logging.getLogger("desktop_app.desktop")
DISPATCH_GRACE = 1.0  # seconds for what windows said last


class DesktopShell:
    """Opens native windows and runs the GUI loop; made and run on the main thread.

    Args:
        app_id: names the app to the desktop.
        storage: the folder of the webview's own data, `localStorage` among it.
        engine: which engine; None takes the one that is installed.

    Raises:
        PageMissing: the page was not built.
        EngineMissing: no engine is installed.
        NoDisplay: there is no screen.
    """

    def __init__(self, app_id: str, storage: Path, engine: str | None = None) -> None:
        self._page_url = page_url()
        self._engine = choose(engine)
        storage.mkdir(parents=True, exist_ok=True)
        self._engine.prepare(app_id, storage)
        self._dispatcher = Dispatcher()

    def open(
        self,
        title: str,
        connect: Connect,
        closed: Callable[[], None],
        place: Any = None,
    ) -> NativeWindow:
        """Open a window whose page talks to the connection that `connect(send)` makes."""
        return NativeWindow(self._engine, self._dispatcher, title, self._page_url, connect, closed, place)

    def run(
        self, new_window: Callable[[], Any], reopen_window: Callable[[], Any] | None, quit_app: Callable[[], Any]
    ) -> None:
        """Show the windows and return when the last one is closed and its session has ended.

        Args:
            new_window: what File → New Window does.
            reopen_window: what File → Reopen Closed Window does; None leaves it out.
            quit_app: what File → Quit does.
        """
        self._engine.start(menu=menu(new_window, reopen_window, quit_app))
        if not self._dispatcher.finish(DISPATCH_GRACE):
            log.warning("the app ends although not everything its windows said was handled")
