"""The native side of an app: its windows on one engine."""

from __future__ import annotations

import logging
from collections.abc import Sequence, Set
from pathlib import Path

from desktop_app.bundled import bundled
from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.browser import open_in_browser
from desktop_app.desktop.dispatcher import Dispatcher
from desktop_app.desktop.engines.choose import choose
from desktop_app.desktop.engines.desk import Desk
from desktop_app.desktop.engines.engine import Screen
from desktop_app.desktop.native_window import NativeWindow
from desktop_app.desktop.page import page_url
from desktop_app.desktop.window_events import WindowEvents
from desktop_app.session.pool import Pool

log = logging.getLogger("desktop_app.desktop")
DISPATCH_GRACE = 1.0  # seconds for what windows said last


class DesktopShell:
    """Opens native windows and runs the GUI loop; made and run on the main thread.

    Args:
        app_id: names the app to the desktop.
        storage: the folder of the webview's own data, `localStorage` among it.
        pool: has the threads on which is acted upon what windows say.
        engine: which engine; None takes the one that is installed.
        hidden: True shows nobody the windows.

    Raises:
        PageMissing: the page was not built.
        EngineMissing: no engine is installed.
        NoDisplay: there is no screen.
    """

    def __init__(
        self, app_id: str, storage: Path, pool: Pool, engine: str | None = None, *, hidden: bool = False
    ) -> None:
        self._page_url = page_url()
        self._engine = choose(engine)
        storage.mkdir(parents=True, exist_ok=True)
        self._engine.prepare(app_id, storage)
        self._dispatcher = Dispatcher(pool)
        self._hidden = hidden

    @property
    def engine(self) -> str:
        """The name of the engine that shows the windows."""
        return self._engine.name

    def open(self, events: WindowEvents, arrangement: Arrangement, permissions: Set[str] = frozenset()) -> NativeWindow:
        """Open a window that is arranged like this and tells what happens to it; its page may use what is named."""
        return NativeWindow(
            self._engine, self._dispatcher, self._page_url, events, arrangement, permissions, hidden=self._hidden
        )

    def open_link(self, url: str) -> None:
        """Open a link in the system's browser."""
        open_in_browser(url)

    @property
    def desk(self) -> Desk:
        """What the desktop offers beside windows."""
        return self._engine.desk

    def screens(self) -> Sequence[Screen]:
        """Return the part of each screen that windows may use, the main one first."""
        return self._engine.screens()

    def run(self) -> None:
        """Show the windows and return when the last one is closed and its session has ended."""
        program = bundled()
        self._engine.start(icon=str(program.icon) if program and program.icon else None)
        if not self._dispatcher.finish(DISPATCH_GRACE):
            log.warning("the app ends although not everything its windows said was handled")
