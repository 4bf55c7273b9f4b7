"""A window's place on the screen, and how it is shown, by pywebview's public interface."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from desktop_app.desktop.arrangement import Arrangement, WindowState

from .frame import Frame


class StockFrame(Frame):
    """The frame of a window that only pywebview knows.

    Limits of its size are said when it is opened; pywebview cannot change them later.

    Args:
        window: the `webview.Window`.
        arranged: hears how the window is now.
    """

    def __init__(self, window: Any, arranged: Callable[[Arrangement], None]) -> None:
        super().__init__(arranged)
        self._window = window
        for event, listener in [
            (window.events.moved, lambda x, y: self._placed(Arrangement(at=(int(x), int(y))))),
            (window.events.resized, lambda width, height: self._placed(Arrangement(size=(int(width), int(height))))),
            (window.events.maximized, lambda: self._tell(Arrangement(state="maximized"))),
            (window.events.minimized, lambda: self._tell(Arrangement(state="minimized"))),
            (window.events.restored, lambda: self._tell(Arrangement(state="normal"))),
        ]:
            event += listener

    def _apply(self, wanted: Arrangement) -> None:
        window = self._window
        if wanted.title is not None:
            window.set_title(wanted.title)
        if wanted.size is not None:
            window.resize(*wanted.size)
        if wanted.at is not None:
            window.move(*wanted.at)
        if wanted.always_on_top is not None:
            window.on_top = wanted.always_on_top
        if wanted.zoom is not None:
            window.run_js(f"document.documentElement.style.zoom = {json.dumps(wanted.zoom)};0")
        if wanted.state is not None and wanted.state != self._is.state:
            self._show_as(wanted.state)

    def to_front(self) -> None:
        """Bring it before the other windows."""
        self._window.restore()
        self._window.show()

    def _show_as(self, state: WindowState) -> None:
        if "full_screen" in (state, self._is.state):
            self._window.toggle_fullscreen()
        if state == "maximized":
            self._window.maximize()
        elif state == "minimized":
            self._window.minimize()
        elif state == "normal":
            self._window.restore()

    def _placed(self, change: Arrangement) -> None:
        if self._is.state == "normal":
            self._tell(change)
