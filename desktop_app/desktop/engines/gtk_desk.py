"""The desktop, through GTK and D-Bus."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from gi.repository import Gdk as _gdk  # type: ignore[import-untyped]
from gi.repository import Gio as _gio
from gi.repository import GLib as _glib
from gi.repository import Gtk as _gtk

from .launcher import INTERFACE, OBJECT, launcher_uri
from .notifications import NOTIFICATIONS, NOTIFICATIONS_PATH

Gdk: Any = _gdk
Gio: Any = _gio
GLib: Any = _glib
Gtk: Any = _gtk
logger = logging.getLogger("desktop_app.desktop")


class GtkDesk:
    """Speaks to the desktop on the GUI thread.

    Args:
        app_id: names the program to the desktop.
    """

    def __init__(self, app_id: str) -> None:
        self._app_id = app_id

    def notify(self, title: str, body: str) -> None:
        arguments = GLib.Variant("(susssasa{sv}i)", (self._app_id, 0, "", title, body, [], {}, -1))
        self._later(lambda: self._call_notify(arguments))

    def read_clipboard(self, done: Callable[[str | None], None]) -> None:
        self._later(lambda: self._clipboard().request_text(lambda _, text: done(text)))

    def write_clipboard(self, text: str) -> None:
        def write() -> None:
            self._clipboard().set_text(text, -1)
            self._clipboard().store()

        self._later(write)

    def show_badge(self, count: int) -> None:
        self._later(lambda: self._tell_launcher("count", GLib.Variant("x", count), shown=count > 0))

    def show_progress(self, part: float | None) -> None:
        self._later(lambda: self._tell_launcher("progress", GLib.Variant("d", part or 0.0), shown=part is not None))

    def _call_notify(self, arguments: Any) -> None:
        bus = self._bus()
        if bus is None:
            return
        bus.call(
            NOTIFICATIONS, NOTIFICATIONS_PATH, NOTIFICATIONS, "Notify", arguments, None, Gio.DBusCallFlags.NONE, -1,
            None, self._notified,
        )  # fmt: skip

    def _notified(self, bus: Any, result: Any) -> None:
        try:
            bus.call_finish(result)
        except GLib.Error as error:
            logger.warning("The desktop could not show a notification: %s", error.message)

    def _tell_launcher(self, what: str, value: Any, *, shown: bool) -> None:
        bus = self._bus()
        if bus is not None:
            values = {what: value, f"{what}-visible": GLib.Variant("b", shown)}
            content = GLib.Variant("(sa{sv})", (launcher_uri(self._app_id), values))
            bus.emit_signal(None, OBJECT, INTERFACE, "Update", content)

    def _bus(self) -> Any:
        try:
            return Gio.bus_get_sync(Gio.BusType.SESSION, None)
        except GLib.Error as error:
            logger.warning("There is no desktop to speak to: %s", error.message)
            return None

    def _clipboard(self) -> Any:
        return Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)

    def _later(self, action: Callable[[], object]) -> None:
        def once() -> bool:
            action()
            return False

        GLib.idle_add(once, priority=GLib.PRIORITY_DEFAULT)
