"""The start of an app in native windows, and what follows until the last one is closed."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.app.app import App
from desktop_app.app.data_folder import data_folder
from desktop_app.blocks.blocks import Blocks
from desktop_app.desktop.single_instance import SingleInstance
from desktop_app.events.request import Start

if TYPE_CHECKING:
    from desktop_app.desktop.shell import DesktopShell
    from desktop_app.session.pool import Pool

SHOW_LIMIT = 10.0  # seconds for a window to come to the front


def run(blocks: Blocks, engine: str | None, debug: bool, single_instance: bool, windows: int) -> None:
    """Show `blocks` in native windows and return when the last one is closed; see `App.run`."""
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

        app = App(blocks, shell, lambda: open_store(folder / "state.db", alone=single_instance), debug)
        show(app, start, instance, debug, windows)


def show(app: App, start: Start, instance: SingleInstance | None, with_inspector: bool, windows: int) -> None:
    """Show the first windows and, until the last one is closed, one for each later start."""
    from desktop_app.desktop.shell import DesktopShell
    from desktop_app.desktop.signals import Signals

    assert isinstance(app.shell, DesktopShell)
    with Signals(app.open_windows.close_for_good) as signals:
        try:
            if instance is not None:  # not before a window is there: until then only this thread can open one
                app.sessions.when_first_begins(partial(instance.listen, partial(show_for, app)))
            for _ in range(windows):
                app.open_window(start=start)
            if with_inspector:
                app.open_inspector()
            app.shell.run()
        finally:
            if instance is not None:
                instance.end_listening()
            app.finish()
    if signals.received is not None:
        raise SystemExit(signals.status)


def show_for(app: App, start: Start) -> bool:
    """Open a window in the front for a later start, from any thread; return whether it is there."""
    shown = threading.Event()
    surface = app.open_window(start=start).surface
    if surface is not None:
        surface.to_front(shown.set)
    return shown.wait(SHOW_LIMIT)
