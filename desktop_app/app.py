"""The app: one per process, with its windows, its sessions and its start and exit."""

from __future__ import annotations

import itertools
import logging
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Protocol

import platformdirs

from desktop_app.blocks.blocks import Blocks
from desktop_app.bridge.connection import Connection
from desktop_app.errors import AlreadyRunning, DesktopAppError, StillRunning
from desktop_app.events.request import Request
from desktop_app.events.toast import Toast
from desktop_app.session.page import Page
from desktop_app.session.runner import Runner
from desktop_app.session.session import Session
from desktop_app.state.shared import shared
from desktop_app.state.store import Store

log = logging.getLogger("desktop_app")
EXIT_GRACE = 2.0  # seconds that clean-up may take at the end


class Surface(Protocol):
    """What shows a window: a native one, or its headless stand-in."""

    def send(self, message: str) -> None:
        """Hand a message to the page; returns at once."""

    def reload(self) -> None:
        """Load the page again."""

    def close(self) -> None:
        """Close the window."""


class Shell(Protocol):
    """What opens windows: the native side, or its headless stand-in."""

    def open(
        self, title: str, connect: Callable[[Callable[[str], None]], Connection], closed: Callable[[], None]
    ) -> Surface:
        """Open a window whose page talks to the connection that `connect(send)` makes.

        `closed` is called once, when the window is gone and its session has ended.
        """


class Window:
    """A window of the app.

    Attributes:
        id: names it among the app's windows.
        title: what its title bar says.
        blocks: what it shows.
    """

    def __init__(self, window_id: str, blocks: Blocks, title: str) -> None:
        self.id = window_id
        self.blocks = blocks
        self.title = title
        self.surface: Surface | None = None
        self.connection: Connection | None = None

    @property
    def session(self) -> Session | None:
        """The session of the page it shows now; None while the page loads."""
        return self.connection.session if self.connection else None

    def reload(self) -> None:
        """Load the page again: the session ends, and a new one begins."""
        if self.surface:
            self.surface.reload()

    def close(self) -> None:
        """Close the window; its session ends."""
        if self.surface:
            self.surface.close()


class App:
    """The app of this process: its windows and what they share.

    Authors get it by `App.current()`.

    Args:
        blocks: what a new window shows.
        shell: makes what opens the windows.
        store: makes what keeps stored values.

    Raises:
        AlreadyRunning: another app runs in this process.
    """

    _current: ClassVar[App | None] = None
    _current_lock: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, blocks: Blocks, shell: Callable[[], Shell], store: Callable[[], Store]) -> None:
        with App._current_lock:
            if App._current is not None:
                raise AlreadyRunning(
                    f"The app {App._current.app_id!r} runs in this process already; close it, or open this one as a "
                    "window of it: App.current().open_window(demo)."
                )
            App._current = self
        self.blocks = blocks
        self.app_id: str = blocks.app_id
        self.runner = Runner()
        self._windows: dict[str, Window] = {}
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        try:
            self._shell = shell()
            shared.open(store())
        except BaseException:
            self._leave()
            raise
        self._notices = list(shared.store.notices)
        for notice in self._notices:
            log.warning("stored values: %s", notice)

    @classmethod
    def current(cls) -> App:
        """Return the app that runs in this process.

        Raises:
            DesktopAppError: none does.
        """
        if cls._current is None:
            raise DesktopAppError("No app is running in this process; start one with demo.launch().")
        return cls._current

    @classmethod
    def run(cls, blocks: Blocks, engine: str | None = None) -> None:
        """Show `blocks` in a native window and return when the last window is closed; see `Blocks.launch`."""
        from desktop_app.desktop.shell import DesktopShell  # only a native start needs a webview
        from desktop_app.state.sqlite_store import open_store

        folder = data_folder(blocks.app_id)
        app = cls(
            blocks,
            lambda: DesktopShell(blocks.app_id, folder / "webview", engine),
            lambda: open_store(folder / "state.db"),
        )
        try:
            app.open_window()
            assert isinstance(app._shell, DesktopShell)
            app._shell.run(new_window=app.open_window, quit_app=app.close)
        finally:
            app.finish()

    @property
    def windows(self) -> list[Window]:
        """The windows that are open, oldest first."""
        with self._lock:
            return list(self._windows.values())

    def open_window(self, blocks: Blocks | None = None, *, title: str | None = None) -> Window:
        """Open another window, from any thread.

        Args:
            blocks: what it shows; by default what the app was started with.
            title: by default the title of the blocks.
        """
        blocks = blocks or self.blocks
        window = Window(f"window-{next(self._numbers)}", blocks, title or blocks.title)

        def connect(send: Callable[[str], None]) -> Connection:
            window.connection = Connection(lambda page: self._open_session(window, page), send)
            return window.connection

        with self._lock:
            self._windows[window.id] = window
        try:
            window.surface = self._shell.open(window.title, connect, lambda: self._forget(window))
        except BaseException:
            self._forget(window)
            raise
        return window

    def close(self) -> None:
        """Close all windows; the app ends when they are gone."""
        for window in self.windows:
            window.close()

    def finish(self) -> None:
        """End every session, give their clean-up a moment, and let another app start in this process."""
        for window in self.windows:
            if window.connection:
                window.connection.close()
            self._forget(window)
        try:
            self.runner.activity.wait(EXIT_GRACE)
        except StillRunning as error:
            log.warning("the app ends although not everything is done. %s", error)
        self.runner.stop()
        shared.close()
        self._leave()

    def _leave(self) -> None:
        with App._current_lock:
            if App._current is self:
                App._current = None

    def _forget(self, window: Window) -> None:
        with self._lock:
            self._windows.pop(window.id, None)

    def _open_session(self, window: Window, page: Page) -> Session:
        request = Request(session_hash=secrets.token_hex(8), window=window.id, app_id=self.app_id)
        session = Session(window.blocks, page, self.runner, request)
        while self._notices:
            session.toast(Toast("warning", "Stored values", self._notices.pop(0), None))
        return session


def data_folder(app_id: str) -> Path:
    """Return the folder where an app of this id keeps its data."""
    return platformdirs.user_data_path(app_id, appauthor=False)
