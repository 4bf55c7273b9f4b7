"""The app: one per process, with its windows, its sessions and its start and exit."""

from __future__ import annotations

import itertools
import logging
import secrets
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import platformdirs

from desktop_app.blocks.blocks import Blocks
from desktop_app.desktop.arrangement import Arrangement, WindowState
from desktop_app.desktop.engines.desk import Desk
from desktop_app.desktop.window_events import WindowEvents
from desktop_app.errors import AlreadyRunning, DesktopAppError, StillRunning
from desktop_app.events.request import Request, Start
from desktop_app.events.toast import Toast
from desktop_app.session.pool import Pool
from desktop_app.session.runner import Runner
from desktop_app.session.shown_text import without_folders
from desktop_app.state.shared import shared
from desktop_app.state.shared_component import SharedComponent
from desktop_app.state.store import Store
from desktop_app.texts import text
from desktop_app.windows import memory
from desktop_app.windows.closed_windows import ClosedWindows
from desktop_app.windows.menu_bar import listed, menu_bar
from desktop_app.windows.surface import Shell
from desktop_app.windows.window import Window

if TYPE_CHECKING:
    from desktop_app.bridge.connection import Connection
    from desktop_app.bridge.line import Line
    from desktop_app.desktop.single_instance import SingleInstance
    from desktop_app.inspector.window import InspectorWindow
    from desktop_app.session.page import Page
    from desktop_app.session.session import Session

log = logging.getLogger("desktop_app")
EXIT_GRACE = 2.0  # seconds that clean-up may take at the end
HANDLER_GRACE = 0.1  # seconds for handlers to notice that nobody waits for them
HURRIED = 0.0001  # seconds that a handler which computes may keep Python from what ends the app
SHOW_LIMIT = 10.0  # seconds for a window to come to the front


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
        self._windows: dict[str, Window] = {}
        self._closed_windows = ClosedWindows(self.runner.clock)
        self._inspector: InspectorWindow | None = None
        self._has_inspector_key = debug or not getattr(sys, "frozen", False)
        self._closing = False  # for good: a window that opens now is closed again
        self._finishing = False
        self._when_first_shown: Callable[[], None] | None = None
        self._said_in_menus: object = None  # what the menus of all windows show of the app
        self._switch_interval = sys.getswitchinterval()
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        try:
            self._shell = shell(self.runner.pool)
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
        from desktop_app.desktop.single_instance import SingleInstance

        cls._refuse_another()
        folder = data_folder(blocks.app_id)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # what an app keeps is its user's alone
        instance = SingleInstance(folder) if single_instance else None
        start = Start.of_this_process()
        if instance is not None and not instance.begin(start):
            return
        from desktop_app.desktop.log_file import log_file
        from desktop_app.desktop.process_lock import first_free
        from desktop_app.desktop.shell import DesktopShell  # only a start that shows windows needs a webview
        from desktop_app.state.sqlite_store import open_store

        with ExitStack() as ends:
            if instance is not None:
                ends.callback(instance.end)
            number, webview, lock = first_free(folder, "webview")  # two processes in one would damage each other's
            ends.callback(lock.release)

            def shell(pool: Pool) -> DesktopShell:
                made = DesktopShell(blocks.app_id, webview, pool, engine)
                ends.enter_context(log_file(blocks.app_id, number, made.engine, private=not debug))
                return made

            app = cls(blocks, shell, lambda: open_store(folder / "state.db", alone=single_instance), debug)
            app._show(start, instance, debug, windows)

    def _show(self, start: Start, instance: SingleInstance | None, with_inspector: bool, windows: int) -> None:
        """Show the first windows and, until the last one is closed, one for each later start."""
        from desktop_app.desktop.shell import DesktopShell
        from desktop_app.desktop.signals import Signals

        assert isinstance(self._shell, DesktopShell)
        with Signals(self._close_for_good) as signals:
            try:
                if instance is not None:  # not before a window is there: until then only this thread can open one
                    self._when_first_shown = partial(instance.listen, self._show_for)
                for _ in range(windows):
                    self.open_window(start=start)
                if with_inspector:
                    self.open_inspector()
                self._shell.run()
            finally:
                if instance is not None:
                    instance.end_listening()
                self.finish()
        if signals.received is not None:
            raise SystemExit(signals.status)

    @property
    def data_folder(self) -> Path:
        """Where the app keeps its data."""
        return self._folder() if self._folder is not None else data_folder(self.app_id)

    @property
    def desk(self) -> Desk:
        """What the desktop offers beside windows; authors use functions such as `notify`."""
        return self._shell.desk

    @property
    def windows(self) -> list[Window]:
        """The windows that are open, oldest first; the state inspector's is not among them."""
        with self._lock:
            return [window for window in self._windows.values() if window is not self._inspector]

    @property
    def inspector(self) -> Window | None:
        """The window of the state inspector, if it is open."""
        return self._inspector

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
        window = Window(f"window-{next(self._numbers)}", blocks, title or blocks.title, name or "", start)
        return self._open(window, self._usual(window).after(wanted))

    def reopen_window(self) -> Window | None:
        """Open the window again that was closed last, in its place; None if there is none.

        It has its values if its session is still kept, see `Blocks(keep_closed=…)`; else it begins anew.

        Returns:
            The window that shows it; another object than the closed one.
        """
        closed = self._closed_windows.take_last()
        if closed is None:
            return None
        window = Window(f"window-{next(self._numbers)}", closed.blocks, closed.title, closed.name, closed.start)
        window.kept = closed.kept
        return self._open(window, self._usual(window).after(closed.arrangement))

    def open_inspector(self) -> Window | None:
        """Show the state inspector beside the app's windows, from any thread; it closes with the last of them.

        Returns:
            Its window, the one there is if it is open already; None if the app has no window.
        """
        from desktop_app.inspector.window import InspectorWindow  # most starts do without

        with self._lock:
            if self._inspector is not None or not self._windows:
                return self._inspector
            window = self._inspector = InspectorWindow(self.app_id, self.blocks.title, self._looked_at, self.runner)
        self._open(window, self._usual(window))
        if not self.windows:  # the last one was closed meanwhile
            window.close()
        return window

    @property
    def can_reopen(self) -> bool:
        """Whether there is a closed window to open again."""
        return bool(self._closed_windows)

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
        self._closed_windows.replace(successors)
        for window in self.windows:
            if window.blocks in successors:
                window.replace(successors[window.blocks])

    def close(self, *, force: bool = False) -> None:
        """Close all windows; the app ends when they are gone.

        Args:
            force: True closes them without asking the listeners of `Blocks.window.closing`.
        """
        for window in reversed(self.windows):  # the menus of all name the oldest, and need not change for each
            window.close(force=force)

    def finish(self) -> None:
        """End every session, give their clean-up a moment, and let another app start in this process."""
        self._finishing = True
        for window in list(self._windows.values()):
            self._closed(window)
        self._closed_windows.end()
        # Clean-up is waited for; a handler is not, beyond the moment in which it can notice.
        try:
            self.runner.cleanup.wait(EXIT_GRACE)
            self.runner.activity.wait(HANDLER_GRACE)
        except StillRunning as error:
            log.warning("the app ends although not everything is done. %s", error)
        self.runner.stop()
        shared.close()
        self._leave()
        sys.setswitchinterval(self._switch_interval)

    def _show_for(self, start: Start) -> bool:
        """Open a window in the front for a later start, from any thread; return whether it is there."""
        shown = threading.Event()
        surface = self.open_window(start=start).surface
        if surface is not None:
            surface.to_front(shown.set)
        return shown.wait(SHOW_LIMIT)

    def _close_for_good(self) -> None:
        """The system wants the app to end: close all windows, and those that handlers still open."""
        self._closing = True
        self.close(force=True)

    def _usual(self, window: Window) -> Arrangement:
        """Return how a window is to be: as its blocks say, and as the user left it."""
        blocks = window.blocks
        declared = Arrangement.of(
            title=window.title,
            size=blocks.size,
            min_size=blocks.min_size,
            max_size=blocks.max_size,
            resizable=blocks.resizable,
        )
        return declared.after(memory.recall(window.name))

    def _open(self, window: Window, arrangement: Arrangement) -> Window:
        def connect(line: Line) -> Connection:
            from desktop_app.bridge.connection import Connection  # much, and the engine starts meanwhile

            window.connection = Connection(
                lambda page: self._open_session(window, page), line, self._inspect, self._shell.open_link
            )
            return window.connection

        events = WindowEvents(
            connect,
            window.closing.allowed,
            window.closing.begin,
            lambda: self._closed(window),
            lambda files: self._dropped(window, files),
        )
        window.renamed = lambda: self._show_menus(window)
        with self._lock:
            others = list(self._windows.values())
            self._windows[window.id] = window
        sys.setswitchinterval(self._switch_interval)
        try:
            if others:  # the first window is asked for before there is a loop to ask for screens
                arrangement = memory.beside(arrangement, [other.arrangement for other in others])
            arrangement = memory.on_a_screen(arrangement, self._shell.screens())
            window.surface = self._shell.open(events, arrangement, window.blocks.permissions)
        except BaseException:
            self._closed(window)
            raise
        self._show_menus(window)
        if self._closing:
            window.close(force=True)
        return window

    def _show_menus(self, changed: Window | None = None) -> None:
        """Every window's menus name the same windows, so they change together; those of `changed` do in any case."""
        with self._lock:
            windows = list(self._windows.values())
        said = (self.can_reopen, [(window, window.title) for window in listed(self.windows)])
        all_change, self._said_in_menus = said != self._said_in_menus, said
        for window in windows:
            if all_change or window is changed:
                self._show_menu(window, window.session)

    def _show_menu(self, window: Window, session: Session | None) -> None:
        if window.surface is not None:
            window.surface.show_menu(menu_bar(window, session, self))

    def _dropped(self, window: Window, files: list[Path]) -> None:
        if window.session is not None:
            window.session.happened(window.blocks.window, "drop", {"files": files})

    def _open_session(self, window: Window, page: Page) -> Session:
        shown, self._when_first_shown = self._when_first_shown, None
        if shown is not None:
            shown()
        session = self._session_of(window, page)
        session.menu_changed = lambda: self._show_menu(window, session)
        session.menu_changed()
        return session

    def _session_of(self, window: Window, page: Page) -> Session:
        from desktop_app.session.session import Session
        from desktop_app.session.succession import succeed

        before, window.kept = window.kept or window.take_kept(), None
        if before is not None and before.blocks is window.blocks:
            before.resume(page)
            return before
        request = Request(secrets.token_hex(8), window.id, self.app_id, *window.start)
        if window is self._inspector:
            return Session(window.blocks, page, self.runner, request)
        session = Session(window.blocks, page, self.runner, request, self.runner.journal)
        if before is not None:
            succeed(session, before)
        while self._notices:
            session.toast(Toast("warning", text("Stored values"), without_folders(self._notices.pop(0)), None))
        return session

    def _inspect(self) -> None:
        """The user has pressed the inspector's key."""
        if self._has_inspector_key:
            self.open_inspector()

    def _looked_at(self) -> list[Window]:
        return [*self.windows, *self._closed_windows.kept]

    def _closed(self, window: Window) -> None:
        """A window is gone: end its session, or keep it for a while; the inspector is not left alone."""
        with self._lock:
            self._windows.pop(window.id, None)
            inspector = self._inspector
            if window is inspector:
                self._inspector = None
        if not self.windows:
            sys.setswitchinterval(HURRIED)
        if inspector is not None:
            if window is inspector:
                inspector.stop()
            elif not self.windows:
                inspector.close()
        if window.arrangement.size is not None:  # else it has never been on the screen
            memory.keep(window.name, window.arrangement)
        keep = 0 if self._finishing else window.blocks.keep_closed
        if window.connection is not None:
            window.kept = window.connection.close(keep=keep > 0)
        was_shown = window.surface is not None
        window.gone()
        if was_shown and window is not inspector and not self._finishing:
            self._closed_windows.add(window, keep)
        if not self._finishing:
            self._show_menus()

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


def data_folder(app_id: str) -> Path:
    """Return the folder where an app of this id keeps its data."""
    return platformdirs.user_data_path(app_id, appauthor=False)
