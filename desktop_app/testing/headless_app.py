"""A whole app without a screen."""

from __future__ import annotations

from collections.abc import Sequence, Set
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any

from desktop_app.app import App
from desktop_app.blocks.blocks import Blocks
from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.engines.engine import Screen
from desktop_app.desktop.window_events import WindowEvents
from desktop_app.events.request import Start
from desktop_app.state.memory_store import MemoryStore
from desktop_app.state.store import Store
from desktop_app.testing.caller import Caller
from desktop_app.testing.headless_desk import HeadlessDesk
from desktop_app.testing.headless_surface import HeadlessSurface
from desktop_app.testing.headless_window import HeadlessWindow
from desktop_app.testing.local_storage import LocalStorage
from desktop_app.windows.window import Window

SCREEN = Screen(0, 0, 1920, 1080)


class HeadlessApp:
    """Runs an app for a test: the same bridge, sessions and threads as a native app, without a webview.

    Args:
        blocks: the app.
        storage: a folder for what a webview would keep; None keeps it in memory until the test ends.
        timeout: seconds that an action may take until nothing runs any more.
        debug: as for `launch`: it lets the inspector's key work in a bundle, too.

    Raises:
        AlreadyRunning: another app runs in this process.

    Attributes:
        opened_links: the links that would have opened in the system's browser.

    Example:
        >>> with HeadlessApp(demo, storage=tmp_path) as app:
        ...     window = app.open_window()
        ...     window.set("Items", ["Milk"])
        ...     window.click("Add Items")
        ...     assert window.value("Cart size") == 1
    """

    def __init__(
        self, blocks: Blocks, storage: Path | str | None = None, timeout: float = 5, *, debug: bool = False
    ) -> None:
        self._blocks = blocks
        self._folder = Path(storage) if storage is not None else None
        self._timeout = timeout
        self._debug = debug
        self.local_storage = LocalStorage(self._folder)
        self.desk = HeadlessDesk()
        self.opened_links: list[str] = []
        self._memory = MemoryStore()
        self._caller: Caller | None = None
        self._temporary: TemporaryDirectory[str] | None = None
        self._app = self._start()

    @property
    def app(self) -> App:
        """The app that runs; after `restart` another one."""
        return self._app

    @property
    def windows(self) -> list[HeadlessWindow]:
        """The windows that are open, oldest first."""
        return [self._headless(window) for window in self._app.windows]

    @property
    def inspector(self) -> HeadlessWindow | None:
        """The window of the state inspector, if it is open."""
        window = self._app.inspector
        return self._headless(window) if window is not None else None

    def open_window(
        self, blocks: Blocks | None = None, *, arguments: Sequence[str] = (), folder: Path | None = None
    ) -> HeadlessWindow:
        """Open a window and return it when its `load` listeners are done.

        Args:
            blocks: what it shows; by default the app's.
            arguments: what `Request.arguments` says: the words after the program's name at the start that opens it.
            folder: what `Request.folder` says.

        Returns:
            The window, for what a user does in it.
        """
        window = self._app.open_window(blocks, start=Start(tuple(arguments), folder))
        self.wait()
        return self._headless(window)

    def reopen_window(self) -> HeadlessWindow:
        """Do File → Reopen Closed Window.

        Returns:
            The window that shows it.

        Raises:
            LookupError: no closed window is kept.
        """
        window = self._app.reopen_window()
        if window is None:
            raise LookupError("no closed window is kept")
        self.wait()
        return self._headless(window)

    def call(self, name: str, /, *args: Any, **kwargs: Any) -> Any:
        """Run a listener by its `api_name`, as other Python code does, in a session of its own.

        Args:
            name: its `api_name`; by default that is the name of its function.
            args: the values of its inputs as the page would have them, or the arguments of a function of `api`.
            kwargs: those by the names of the function's parameters.

        Returns:
            The value of its output as the page would have it, a tuple for several; of a function of `api` what it
            returns. Of a generator the last.

        Raises:
            LookupError: nothing has that name; the message lists what there is.
            ValueError: an input cannot have such a value.
            Error: the function has raised it, or a validator found something wrong; any other error of the function
                is raised as well.
            StillRunning: it is not done after the time-out.

        Example:
            >>> HeadlessApp(demo).call("greet", "Ada")
            'Hello, Ada!'
        """
        if self._caller is None:
            self._caller = Caller(self._blocks, self._app.runner, self._app.app_id)
        return self._caller.call(name, args, kwargs, self._timeout)

    def wait(self) -> None:
        """Return when nothing runs any more, but for what waits for the user's answer.

        Raises:
            StillRunning: something does after the time-out; the message names it.
        """
        self._app.runner.activity.wait(self._timeout)

    def restart(self) -> None:
        """Leave the app and start it again: windows and sessions end, and what was stored is read anew."""
        self.close()
        if self._folder is not None:
            self.local_storage = LocalStorage(self._folder)
        self.desk = HeadlessDesk()
        self._memory = MemoryStore()
        self._app = self._start()

    def close(self) -> None:
        """Leave the app: all windows are closed."""
        if self._caller is not None:
            self._caller.end()
        self._app.close(force=True)
        self._app.finish()
        if self._temporary is not None:
            self._temporary.cleanup()
            self._temporary = None

    def __enter__(self) -> HeadlessApp:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def open(
        self, events: WindowEvents, arrangement: Arrangement, permissions: Set[str] = frozenset()
    ) -> HeadlessSurface:
        """Stand in for the native shell: open a window without a screen."""
        return HeadlessSurface(events, arrangement, self.local_storage)

    def screens(self) -> list[Screen]:
        """Stand in for the native shell: there is one screen."""
        return [SCREEN]

    def open_link(self, url: str) -> None:
        """Stand in for the native shell: note a link that the system's browser would open."""
        self.opened_links.append(url)

    def _start(self) -> App:
        self._windows: dict[Window, HeadlessWindow] = {}
        self._caller = None
        return App(self._blocks, lambda _: self, self._open_store, self._debug, self._data_folder)

    def _data_folder(self) -> Path:
        """What the app writes goes with the test, if the test has no folder for it."""
        if self._folder is not None:
            return self._folder
        if self._temporary is None:
            self._temporary = TemporaryDirectory()
        return Path(self._temporary.name)

    def _open_store(self) -> Store:
        if self._folder is None:
            return self._memory
        from desktop_app.state.sqlite_store import open_store  # only an app with a folder needs it

        return open_store(self._folder / "state.db")

    def _headless(self, window: Window) -> HeadlessWindow:
        if window not in self._windows:
            opened = {*self._app.windows, self._app.inspector}
            self._windows = {each: headless for each, headless in self._windows.items() if each in opened}
            assert isinstance(window.surface, HeadlessSurface)
            self._windows[window] = HeadlessWindow(window, window.surface, self.wait)
        return self._windows[window]
