"""The windows of an app: those that are open, and those that were closed and may be opened again."""

from __future__ import annotations

import itertools
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.app.sessions import Sessions
from desktop_app.blocks.blocks import Blocks
from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.window_events import WindowEvents
from desktop_app.events.request import Start
from desktop_app.session.runner import Runner
from desktop_app.windows import memory
from desktop_app.windows.closed_windows import ClosedWindows
from desktop_app.windows.menu_bar import Actions, listed, menu_bar
from desktop_app.windows.surface import Shell
from desktop_app.windows.window import Window

if TYPE_CHECKING:
    from desktop_app.bridge.connection import Connection
    from desktop_app.bridge.line import Line
    from desktop_app.inspector.window import InspectorWindow
    from desktop_app.session.page import Page
    from desktop_app.session.session import Session

HURRIED = 0.0001  # seconds that a handler which computes may keep Python from what ends the app


class OpenWindows:
    """Opens and closes the windows of an app, the state inspector's among them, and keeps their menus right.

    Args:
        shell: what shows them.
        runner: the threads of the app.
        sessions: begins what they show.
        actions: what their menus do.
    """

    def __init__(self, shell: Shell, runner: Runner, sessions: Sessions, actions: Actions) -> None:
        self._shell = shell
        self._runner = runner
        self._sessions = sessions
        self._actions = actions
        self.closed = ClosedWindows(runner.clock)
        self.inspector: InspectorWindow | None = None
        self._no_more = False  # a window that opens now is closed again
        self._open: dict[str, Window] = {}
        self._ending = False
        self._said_in_menus: object = None  # what the menus of all windows show of the app
        self._switch_interval = sys.getswitchinterval()
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()

    @property
    def listed(self) -> list[Window]:
        """Those that are open, oldest first, without the inspector's."""
        with self._lock:
            return [window for window in self._open.values() if window is not self.inspector]

    def add(self, blocks: Blocks, title: str, name: str, start: Start | None, wanted: Arrangement) -> Window:
        """Open a window, arranged as it is wanted and else as its user left it last."""
        window = Window(f"window-{next(self._numbers)}", blocks, title, name, start)
        return self._show(window, usual(window).after(wanted))

    def reopen(self) -> Window | None:
        """Open the window again that was closed last, with its session if that is kept; None if there is none."""
        closed = self.closed.take_last()
        if closed is None:
            return None
        window = Window(f"window-{next(self._numbers)}", closed.blocks, closed.title, closed.name, closed.start)
        window.kept = closed.kept
        return self._show(window, usual(window).after(closed.arrangement))

    def add_inspector(self, app_id: str, title: str) -> Window | None:
        """Open the inspector's window, or return the one there is; None without a window to look at."""
        from desktop_app.inspector.window import InspectorWindow  # most starts do without

        with self._lock:
            if self.inspector is not None or not self._open:
                return self.inspector
            window = self.inspector = InspectorWindow(app_id, title, self._looked_at, self._runner)
        self._show(window, usual(window))
        if not self.listed:  # the last one was closed meanwhile
            window.close()
        return window

    def replace(self, successors: Mapping[Blocks, Blocks]) -> None:
        """Let them show other blocks, by those that they show now."""
        self.closed.replace(successors)
        for window in self.listed:
            if window.blocks in successors:
                window.replace(successors[window.blocks])

    def close(self, *, force: bool) -> None:
        """Close all of them; the inspector's goes with the last."""
        for window in reversed(self.listed):  # the menus of all name the oldest, and need not change for each
            window.close(force=force)

    def close_for_good(self) -> None:
        """The system wants the app to end: close all of them without asking, and those that handlers still open."""
        self._no_more = True
        self.close(force=True)

    def end(self) -> None:
        """End every session; no window is reopened any more."""
        self._ending = True
        for window in list(self._open.values()):
            self._gone(window)
        self.closed.end()

    def unhurry(self) -> None:
        """Let Python's threads take turns as they did before the last window was closed."""
        sys.setswitchinterval(self._switch_interval)

    def show_menu(self, window: Window, session: Session | None) -> None:
        """Let a window's menus be as its session and the app are now."""
        if window.surface is not None:
            window.surface.show_menu(menu_bar(window, session, self._actions))

    def _show(self, window: Window, arrangement: Arrangement) -> Window:
        window.renamed = lambda: self._show_menus(window)
        with self._lock:
            others = list(self._open.values())
            self._open[window.id] = window
        self.unhurry()
        try:
            if others:  # the first window is asked for before there is a loop to ask for screens
                arrangement = memory.beside(arrangement, [other.arrangement for other in others])
            arrangement = memory.on_a_screen(arrangement, self._shell.screens())
            window.surface = self._shell.open(self._events(window), arrangement, window.blocks.permissions)
        except BaseException:
            self._gone(window)
            raise
        self._show_menus(window)
        if self._no_more:
            window.close(force=True)
        return window

    def _events(self, window: Window) -> WindowEvents:
        """What is done when something happens to a window."""

        def connect(line: Line) -> Connection:
            from desktop_app.bridge.connection import Connection  # much, and the engine starts meanwhile

            window.connection = Connection(
                lambda page: self._begin(window, page), line, self._inspect, self._shell.open_link
            )
            return window.connection

        def dropped(files: list[Path]) -> None:
            if window.session is not None:
                window.session.happened(window.blocks.window, "drop", {"files": files})

        return WindowEvents(connect, window.closing.allowed, window.closing.begin, lambda: self._gone(window), dropped)

    def _begin(self, window: Window, page: Page) -> Session:
        journal = None if window is self.inspector else self._runner.journal
        session = self._sessions.begin(window, page, journal)
        session.menu_changed = lambda: self.show_menu(window, session)
        session.menu_changed()
        return session

    def _inspect(self) -> None:
        """The user has pressed the inspector's key."""
        if self._actions.can_inspect:
            self._actions.open_inspector()

    def _looked_at(self) -> list[Window]:
        return [*self.listed, *self.closed.kept]

    def _show_menus(self, changed: Window | None = None) -> None:
        """Every window's menus name the same windows, so they change together; those of `changed` do in any case."""
        with self._lock:
            windows = list(self._open.values())
        said = (bool(self.closed), [(window, window.title) for window in listed(self.listed)])
        all_change, self._said_in_menus = said != self._said_in_menus, said
        for window in windows:
            if all_change or window is changed:
                self.show_menu(window, window.session)

    def _gone(self, window: Window) -> None:
        """A window is closed: end its session, or keep it for a while; the inspector is not left alone."""
        with self._lock:
            self._open.pop(window.id, None)
            inspector = self.inspector
            if window is inspector:
                self.inspector = None
        if not self.listed:
            sys.setswitchinterval(HURRIED)
        if inspector is not None:
            if window is inspector:
                inspector.stop()
            elif not self.listed:
                inspector.close()
        if window.arrangement.size is not None:  # else it has never been on the screen
            memory.keep(window.name, window.arrangement)
        self._remember(window, as_closed=window is not inspector and not self._ending)
        if not self._ending:
            self._show_menus()

    def _remember(self, window: Window, as_closed: bool) -> None:
        """End what a window showed, or keep it for a while among those that may be opened again."""
        keep = 0 if self._ending else window.blocks.keep_closed
        if window.connection is not None:
            window.kept = window.connection.close(keep=keep > 0)
        was_shown = window.surface is not None
        window.gone()
        if was_shown and as_closed:
            self.closed.add(window, keep)


def usual(window: Window) -> Arrangement:
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
