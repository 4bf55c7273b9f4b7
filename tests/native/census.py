"""How many there are of what comes and goes with a window."""

from __future__ import annotations

import gc
import sys
import threading

import webview

import desktop_app as gr
from desktop_app.bridge.connection import Connection
from desktop_app.desktop.engines.view import BaseView
from desktop_app.desktop.native_window import NativeWindow
from desktop_app.session.session import Session
from desktop_app.state.shared import shared
from desktop_app.windows.window import Window


def census() -> dict[str, int]:
    """Count threads, windows on each side, and the objects that belong to one window or one session."""
    gc.collect()
    app = gr.App.current()
    kinds = (Window, NativeWindow, BaseView, Connection, Session)
    remembered = app.open_windows.closed._windows  # up to ten, to be opened again
    alive = [obj for obj in gc.get_objects() if isinstance(obj, kinds) and obj not in remembered]
    native = next(sys.modules[name] for name in ENGINES if name in sys.modules).BrowserView
    return {
        "threads": threading.active_count(),
        "windows": len(app.windows),
        "windows kept": len(app.open_windows.closed.kept),
        "webview.windows": len(webview.windows),
        "BrowserView.instances": len(native.instances),
        "cell listeners": sum(len(cell._listeners) for cell in shared._cells.values()),
        "timers": len(app.runner.clock._live),
        **{f"{kind.__name__} objects": sum(isinstance(obj, kind) for obj in alive) for kind in kinds},
    }


ENGINES = ("webview.platforms.gtk", "webview.platforms.qt")
