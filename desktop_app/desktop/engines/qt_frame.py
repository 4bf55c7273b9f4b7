"""A Qt window's place on the screen, and how it is shown; all on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PyQt6 import QtCore as _core

from desktop_app.desktop.arrangement import Arrangement, WindowState

from .frame import Frame, state_of

Qt: Any = _core.Qt
UNLIMITED = 16_777_215  # pixels; Qt's own QWIDGETSIZE_MAX
STATES: dict[Any, WindowState] = {
    Qt.WindowState.WindowMinimized: "minimized",
    Qt.WindowState.WindowFullScreen: "full_screen",
    Qt.WindowState.WindowMaximized: "maximized",
}


class QtFrame(Frame):
    """The frame of a Qt window.

    Args:
        window: the `QMainWindow`; it calls `moved` and `state_changed`.
        web_view: the page in it, for its zoom.
        arranged: hears how the window is now.
    """

    def __init__(self, window: Any, web_view: Any, arranged: Callable[[Arrangement], None]) -> None:
        super().__init__(arranged)
        self._window = window
        self._web_view = web_view

    def _apply(self, wanted: Arrangement) -> None:
        window = self._window
        if wanted.title is not None:
            window.setWindowTitle(wanted.title)
        if {wanted.min_size, wanted.max_size, wanted.resizable} != {None} or (wanted.size and self._fixed(wanted)):
            self._limit(wanted)
        if wanted.size is not None:
            window.resize(*wanted.size)
        if wanted.at is not None:
            window.move(*wanted.at)
        if wanted.always_on_top is not None:
            self._keep_above(wanted.always_on_top)
        if wanted.zoom is not None:
            self._web_view.setZoomFactor(wanted.zoom)
        if wanted.state is not None:
            self._show_as(wanted.state)

    def to_front(self) -> None:
        """Bring it before the other windows."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def moved(self) -> None:
        """It is elsewhere, or of another size."""
        if self._is.state == "normal" and self._shown_as() == "normal":
            window = self._window
            self._tell(Arrangement(at=(window.x(), window.y()), size=(window.width(), window.height())))

    def state_changed(self) -> None:
        """It is maximized, minimized, full screen, or none of these any more."""
        self._tell(Arrangement(state=self._shown_as()))

    def _fixed(self, wanted: Arrangement) -> bool:
        return self._is.after(wanted).resizable is False

    def _limit(self, wanted: Arrangement) -> None:
        known = self._is.after(wanted)
        if self._fixed(wanted):
            size = known.size or (self._window.width(), self._window.height())
            smallest = largest = size
        else:
            smallest, largest = known.min_size or (1, 1), known.max_size or (UNLIMITED, UNLIMITED)
        self._window.setMinimumSize(*smallest)
        self._window.setMaximumSize(*largest)

    def _keep_above(self, above: bool) -> None:
        on_screen = self._window.windowHandle()
        if on_screen is not None:  # a change of the widget's flag would make the window anew
            on_screen.setFlag(Qt.WindowType.WindowStaysOnTopHint, above)
        else:
            self._window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, above)

    def _show_as(self, state: WindowState) -> None:
        flags = {
            "normal": Qt.WindowState.WindowNoState,
            "minimized": self._window.windowState() | Qt.WindowState.WindowMinimized,
            "maximized": Qt.WindowState.WindowMaximized,
            "full_screen": Qt.WindowState.WindowFullScreen,
        }
        self._window.setWindowState(flags[state])

    def _shown_as(self) -> WindowState:
        return state_of(self._window.windowState(), STATES)
