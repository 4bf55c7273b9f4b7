"""The app: one per process, and what its author does with it."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from desktop_app.app.data_folder import data_folder
from desktop_app.app.open_windows import OpenWindows
from desktop_app.app.sessions import Sessions
from desktop_app.blocks.blocks import Blocks
from desktop_app.desktop.arrangement import Arrangement, WindowState
from desktop_app.desktop.engines.desk import Desk
from desktop_app.errors import AlreadyRunning, DesktopAppError, StillRunning
from desktop_app.events.request import Start
from desktop_app.session.pool import Pool
from desktop_app.session.runner import Runner
from desktop_app.state.shared import shared
from desktop_app.state.shared_component import SharedComponent
from desktop_app.state.store import Store
from desktop_app.windows.surface import Shell
from desktop_app.windows.window import Window

log = logging.getLogger("desktop_app")
EXIT_GRACE = 2.0  # seconds that clean-up may take at the end
HANDLER_GRACE = 0.1  # seconds for handlers to notice that nobody waits for them


class App:
    """The app of this process: its windows and what they share.

    Authors get it by `App.current()`.

    Args:
        blocks: what a new window shows.
        shell: makes what opens the windows, given the threads of the app.
        store: makes what keeps stored values.
        debug: True lets users of a bundled app open the state inspector, too.
        folder: returns where the app keeps its data; by default where the platform wants it.

    Raises:
        AlreadyRunning: another app runs in this process.
    """

    _current: ClassVar[App | None] = None
    _current_lock: ClassVar[threading.Lock] = threading.Lock()

    def __init__(
        self,
        blocks: Blocks,
        shell: Callable[[Pool], Shell],
        store: Callable[[], Store],
        debug: bool = False,
        folder: Callable[[], Path] | None = None,
    ) -> None:
        with App._current_lock:
            App._refuse_another()
            App._current = self
        self.blocks = blocks
        self.app_id: str = blocks.app_id
        self.runner = Runner()
        self._folder = folder
        self._has_inspector_key = debug or not getattr(sys, "frozen", False)
        try:
            self.shell = shell(self.runner.pool)
            shared.open(store())
        except BaseException:
            self._leave()
            raise
        for notice in shared.store.notices:
            log.warning("stored values: %s", notice)
        self.sessions = Sessions(self.app_id, self.runner, shared.store.notices)
        self.open_windows = OpenWindows(self.shell, self.runner, self.sessions, self)

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
    def running(cls) -> App | None:
        """Return the app that runs in this process, if one does."""
        return cls._current

    @classmethod
    def run(
        cls,
        blocks: Blocks,
        engine: str | None = None,
        debug: bool = False,
        single_instance: bool = True,
        windows: int = 1,
    ) -> None:
        """Show `blocks` in native windows and return when the last one is closed; see `Blocks.launch`."""
        from desktop_app.app.start import run  # headless, nothing is started

        run(blocks, engine, debug, single_instance, windows)

    @property
    def data_folder(self) -> Path:
        """Where the app keeps its data."""
        return self._folder() if self._folder is not None else data_folder(self.app_id)

    @property
    def desk(self) -> Desk:
        """What the desktop offers beside windows; authors use functions such as `notify`."""
        return self.shell.desk

    @property
    def windows(self) -> list[Window]:
        """The windows that are open, oldest first; the state inspector's is not among them."""
        return self.open_windows.listed

    @property
    def inspector(self) -> Window | None:
        """The window of the state inspector, if it is open."""
        return self.open_windows.inspector

    def open_window(
        self,
        blocks: Blocks | None = None,
        *,
        title: str | None = None,
        name: str | None = None,
        size: tuple[int, int] | None = None,
        at: tuple[int, int] | None = None,
        state: WindowState | None = None,
        always_on_top: bool | None = None,
        zoom: float | None = None,
        start: Start | None = None,
    ) -> Window:
        """Open another window, from any thread; it comes up as the user left it last, unless it is said here.

        Args:
            blocks: what it shows; by default what the app was started with.
            title: by default the title of the blocks.
            name: names it for the next start, to come back as it was; by default its title does.
            size: width and height in pixels.
            at: left and top on the screen, in pixels; a place on no screen that there is becomes one that is.
            state: "normal", "minimized", "maximized" or "full_screen".
            always_on_top: True lets it stay before other windows.
            zoom: how large the page is shown, from 0.5 to 3.
            start: what the start of the app was given that it is opened for, if it is; see `Request.arguments`.

        Returns:
            The window, whose page may not be there yet.

        Raises:
            ValueError: one of these cannot be.

        Example:
            >>> def show_help():
            ...     App.current().open_window(help_blocks, title="Help", size=(480, 640))
        """
        blocks = blocks or self.blocks
        wanted = Arrangement.of(size=size, at=at, state=state, always_on_top=always_on_top, zoom=zoom)
        return self.open_windows.add(blocks, title or blocks.title, name or "", start, wanted)

    def reopen_window(self) -> Window | None:
        """Open the window again that was closed last, in its place; None if there is none.

        It has its values if its session is still kept, see `Blocks(keep_closed=…)`; else it begins anew.

        Returns:
            The window that shows it; another object than the closed one.
        """
        return self.open_windows.reopen()

    def open_inspector(self) -> Window | None:
        """Show the state inspector beside the app's windows, from any thread; it closes with the last of them.

        Returns:
            Its window, the one there is if it is open already; None if the app has no window.
        """
        return self.open_windows.add_inspector(self.app_id, self.blocks.title)

    @property
    def can_reopen(self) -> bool:
        """Whether there is a closed window to open again."""
        return bool(self.open_windows.closed)

    @property
    def can_inspect(self) -> bool:
        """Whether the user may open the state inspector."""
        return self._has_inspector_key

    def show_about(self, window: Window) -> None:
        """Say over a window what this app is made of."""
        from desktop_app.windows.about import about

        if window.surface is not None:
            window.surface.ask(about(window.blocks.title), lambda _: None)

    def replace(self, successors: Mapping[Blocks, Blocks], shared_states: Iterable[SharedComponent] = ()) -> None:
        """Let the windows that are open show other blocks, from any thread.

        What is declared as it was before keeps its value: global states by their key, what a window holds by name,
        label or place.

        Args:
            successors: by what windows show now, what they are to show.
            shared_states: states beside those of these blocks, which were declared anew.
        """
        declared = [block for each in successors.values() for block in each.blocks.values()]
        for state in dict.fromkeys([*declared, *shared_states]):
            if isinstance(state, SharedComponent):
                shared.redefine(state.definition)
        self.blocks = successors.get(self.blocks, self.blocks)
        self.open_windows.replace(successors)

    def close(self, *, force: bool = False) -> None:
        """Close all windows; the app ends when they are gone.

        Args:
            force: True closes them without asking the listeners of `Blocks.window.closing`.
        """
        self.open_windows.close(force=force)

    def finish(self) -> None:
        """End every session, give their clean-up a moment, and let another app start in this process."""
        self.open_windows.end()
        # Clean-up is waited for; a handler is not, beyond the moment in which it can notice.
        try:
            self.runner.cleanup.wait(EXIT_GRACE)
            self.runner.activity.wait(HANDLER_GRACE)
        except StillRunning as error:
            log.warning("the app ends although not everything is done. %s", error)
        self.runner.stop()
        shared.close()
        self._leave()
        self.open_windows.unhurry()

    @classmethod
    def _refuse_another(cls) -> None:
        if cls._current is not None:
            raise AlreadyRunning(
                f"The app {cls._current.app_id!r} runs in this process already; close it, or open this one as a "
                "window of it: App.current().open_window(demo)."
            )

    def _leave(self) -> None:
        with App._current_lock:
            if App._current is self:
                App._current = None
