"""The desktop, through Qt and D-Bus."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PyQt6 import QtCore as _core
from PyQt6 import QtDBus as _dbus
from PyQt6 import QtGui as _gui

from .launcher import INTERFACE, OBJECT, launcher_uri
from .notifications import NOTIFICATIONS, NOTIFICATIONS_PATH

core: Any = _core
dbus: Any = _dbus
gui: Any = _gui
logger = logging.getLogger("desktop_app.desktop")


class QtDesk:
    """Speaks to the desktop on the GUI thread.

    Args:
        app_id: names the program to the desktop.
        later: has the GUI thread do something soon.
    """

    def __init__(self, app_id: str, later: Callable[[Callable[[], object]], None]) -> None:
        self._app_id = app_id
        self._later = later
        self._watchers: set[Any] = set()

    def notify(self, title: str, body: str) -> None:
        self._later(lambda: self._notify(title, body))

    def read_clipboard(self, done: Callable[[str | None], None]) -> None:
        def read() -> None:
            content = gui.QGuiApplication.clipboard()
            done(content.text() if content.mimeData().hasText() else None)

        self._later(read)

    def write_clipboard(self, text: str) -> None:
        self._later(lambda: gui.QGuiApplication.clipboard().setText(text))

    def show_badge(self, count: int) -> None:
        number = dbus.QDBusArgument()
        number.add(count, core.QMetaType.Type.LongLong.value)  # else it would be an int of 32 bits
        self._tell_launcher("count", number, shown=count > 0)

    def show_progress(self, part: float | None) -> None:
        self._tell_launcher("progress", part or 0.0, shown=part is not None)

    def _tell_launcher(self, what: str, value: Any, *, shown: bool) -> None:
        def tell() -> None:
            bus = self._bus()
            if bus is not None:
                signal = dbus.QDBusMessage.createSignal(OBJECT, INTERFACE, "Update")
                signal.setArguments([launcher_uri(self._app_id), {what: value, f"{what}-visible": shown}])
                bus.send(signal)

        self._later(tell)

    def _notify(self, title: str, body: str) -> None:
        bus = self._bus()
        if bus is None:
            return
        message = dbus.QDBusMessage.createMethodCall(NOTIFICATIONS, NOTIFICATIONS_PATH, NOTIFICATIONS, "Notify")
        number = dbus.QDBusArgument()
        number.add(0, core.QMetaType.Type.UInt.value)
        actions = dbus.QDBusArgument()
        actions.beginArray(core.QMetaType(core.QMetaType.Type.QString.value))
        actions.endArray()
        message.setArguments([self._app_id, number, "", title, body, actions, {}, -1])
        watcher = dbus.QDBusPendingCallWatcher(bus.asyncCall(message))
        self._watchers.add(watcher)
        watcher.finished.connect(self._notified)

    def _notified(self, watcher: Any) -> None:
        self._watchers.discard(watcher)
        if watcher.isError():
            logger.warning("The desktop could not show a notification: %s", watcher.error().message())

    def _bus(self) -> Any:
        bus = dbus.QDBusConnection.sessionBus()
        if bus.isConnected():
            return bus
        logger.warning("There is no desktop to speak to: %s", bus.lastError().message())
        return None
