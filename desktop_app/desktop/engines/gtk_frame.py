"""A GTK window's place on the screen, and how it is shown; all on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gi.repository import Gdk as _gdk  # type: ignore[import-untyped]

from desktop_app.desktop.arrangement import Arrangement, WindowState

from .frame import Frame, state_of

Gdk: Any = _gdk
UNLIMITED = 32_767  # pixels; what X11 can say
STATES: dict[Any, WindowState] = {
    Gdk.WindowState.ICONIFIED: "minimized",
    Gdk.WindowState.FULLSCREEN: "full_screen",
    Gdk.WindowState.MAXIMIZED: "maximized",
}


class GtkFrame(Frame):
    """The frame of a GTK window.

    Args:
        window: the `Gtk.Window`.
        web_view: the page in it, for its zoom.
        arranged: hears how the window is now.
    """

    def __init__(self, window: Any, web_view: Any, arranged: Callable[[Arrangement], None]) -> None:
        super().__init__(arranged)
        self._window = window
        self._web_view = web_view
        window.connect("configure-event", self._moved)
        window.connect("window-state-event", self._state_changed)

    def _apply(self, wanted: Arrangement) -> None:
        window = self._window
        if wanted.title is not None:
            window.set_title(wanted.title)
        if wanted.resizable is not None:
            window.set_resizable(wanted.resizable)
        if wanted.min_size is not None or wanted.max_size is not None:
            self._limit(wanted)
        if wanted.size is not None:
            window.resize(*wanted.size)
            window.set_default_size(*wanted.size)  # what counts where the size cannot be changed
        if wanted.at is not None:
            window.move(*wanted.at)
        if wanted.always_on_top is not None:
            window.set_keep_above(wanted.always_on_top)
        if wanted.zoom is not None:
            self._web_view.set_zoom_level(wanted.zoom)
        if wanted.state is not None:
            self._show_as(wanted.state)

    def to_front(self) -> None:
        """Bring it before the other windows."""
        self._window.deiconify()
        self._window.present_with_time(Gdk.CURRENT_TIME)

    def _limit(self, wanted: Arrangement) -> None:
        known = self._is.after(wanted)
        limits = Gdk.Geometry()
        limits.min_width, limits.min_height = known.min_size or (1, 1)
        limits.max_width, limits.max_height = known.max_size or (UNLIMITED, UNLIMITED)
        self._window.set_size_request(limits.min_width, limits.min_height)
        self._window.set_geometry_hints(None, limits, Gdk.WindowHints.MIN_SIZE | Gdk.WindowHints.MAX_SIZE)

    def _show_as(self, state: WindowState) -> None:
        window = self._window
        if state == "minimized":
            window.iconify()
            return
        window.deiconify()
        (window.fullscreen if state == "full_screen" else window.unfullscreen)()
        (window.maximize if state == "maximized" else window.unmaximize)()

    def _moved(self, *_: object) -> bool:
        if self._is.state == "normal":
            self._tell(Arrangement(at=self._window.get_position(), size=self._window.get_size()))
        return False

    def _state_changed(self, _: Any, event: Any) -> bool:
        self._tell(Arrangement(state=state_of(event.new_window_state, STATES)))
        return False
