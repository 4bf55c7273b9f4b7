"""The Qt engine: QtWebEngine (PyQt6) in pywebview's Qt window, with our own way between page and Python.

What it relies on in pywebview, and replaces, is private there: `tests/native/engines` fails when it moves.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Set
from pathlib import Path
from typing import Any

os.environ["QT_API"] = "pyqt6"  # PySide6 aborts the interpreter after some thousands of answers

import webview
from PyQt6 import QtCore as _core
from PyQt6 import QtGui as _gui
from PyQt6 import QtWidgets as _widgets

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.dialog import Answered, Dialog

from .backdrop import backdrop
from .engine import Handlers, Screen
from .environment import CHROMIUM_FLAGS, chromium_flags
from .navigation import is_our_file
from .qt_desk import QtDesk
from .qt_dialogs import ask
from .qt_enums import few_short_names
from .qt_frame import QtFrame
from .qt_menu_bar import QtMenuBar
from .qt_page import CHANNEL, Mailbox, QtPage, url_text
from .qt_profile import SharedProfile
from .qt_text_menu import offer_text_menu
from .qt_web_view import QtWebView
from .view import BaseView

with few_short_names():
    from webview.platforms import qt as _stock

stock: Any = _stock
core: Any = _core
gui: Any = _gui
widgets: Any = _widgets
logger = logging.getLogger("desktop_app.desktop")

# A second lock for the page's policy, which does not hold for all: it lets Chromium connect ahead to sites, and WebRTC
# speak to any. No name and no address is found, and nothing goes around the proxy that is not there.
OFFLINE = (
    '"--host-resolver-rules=MAP * ~NOTFOUND" --proxy-server=http://refused.invalid:1 --proxy-bypass-list=<-loopback> '
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp"
)

# A page's garbage holds the parts of the document that were replaced, and Chromium leaves it until its heap first comes
# to a limit of hundreds of MB: a window that is told something sixty times a second grew by 300 MB in two minutes, and
# with this limit (MB) by 60 MB in four.
COLLECTED = "--js-flags=--initial-old-space-size=16"


def own_flags() -> str:
    """What Chromium is told beside what the user tells it, who may choose other flags for the page's engine."""
    return OFFLINE if "--js-flags" in os.environ.get(CHROMIUM_FLAGS, "") else f"{OFFLINE} {COLLECTED}"


class QtEngine:
    """Windows of QtWebEngine, all with one profile in the app's own folder."""

    name = "qt"

    def prepare(self, app_id: str, storage: Path) -> None:
        self._storage = storage / "qt"
        self._storage.mkdir(parents=True, exist_ok=True)
        # Qt would keep compiled shaders in the user's home.
        core.QCoreApplication.setAttribute(core.Qt.ApplicationAttribute.AA_DisableShaderDiskCache)
        self._doorman = Doorman()  # here, on the main thread, whose calls it then makes
        self.desk = QtDesk(app_id, self._doorman.called.emit)
        QtWindow.shared = SharedProfile(app_id, self._storage)
        stock._profile_storage_path = str(self._storage / "data")
        stock.QWebEngineProfile = lambda *_: QtWindow.shared.profile()
        stock.BrowserView = QtWindow
        stock.create_window = self._show
        stock.setup_app()  # so that the screens are known before the first window is arranged

    def open(
        self, title: str, page_url: str, handlers: Handlers, permissions: Set[str] = frozenset(), **options: Any
    ) -> QtView:
        view = QtView(page_url, handlers, self._doorman, permissions)
        # pywebview carries the view to the native window; `QtWindow` never lets a page see it.
        view.window = webview.create_window(title, page_url, js_api=view, **options)
        return view

    def start(self, started: Callable[[], None] | None = None, icon: str | None = None) -> None:
        webview.settings["ALLOW_FILE_URLS"] = False
        try:
            webview.start(started, gui="qt", private_mode=False, storage_path=str(self._storage), icon=icon)
        finally:
            QtWindow.shared.end()

    def _show(self, window: Any) -> None:
        """Show a window as pywebview does, but without its timer, which would wake Python twice a second, and without
        its handler for Ctrl+C."""

        def show() -> None:
            native = QtWindow(window)
            native.installEventFilter(native)
            if window.hidden:
                window.events.shown.set()
            else:
                native.show()

        if window.uid == "master":
            stock._app = widgets.QApplication.instance() or widgets.QApplication(sys.argv)
            show()
            stock._app.exec()
        else:
            self._doorman.called.emit(show)

    def screens(self) -> list[Screen]:
        known = gui.QGuiApplication
        main = known.primaryScreen()
        return [
            Screen(*each.availableGeometry().getRect())
            for each in sorted(known.screens(), key=lambda screen: screen is not main)
        ]


class Doorman(core.QObject):  # type: ignore[misc]  # PyQt6 is used without its types
    """Carries calls of any thread to the GUI thread, in their order."""

    called = core.pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self.called.connect(self._do, core.Qt.ConnectionType.QueuedConnection)

    def _do(self, action: Callable[[], object]) -> None:
        try:
            action()
        except Exception:  # one that reaches Qt ends the process
            logger.exception("something could not be done with a window or the desktop")


class QtView(BaseView):
    """The page of one QtWebEngine window."""

    def __init__(
        self, page_url: str, handlers: Handlers, doorman: Doorman, permissions: Set[str] = frozenset()
    ) -> None:
        super().__init__(page_url, handlers, permissions)
        self._doorman = doorman

    def _post(self, action: Callable[[], None]) -> None:
        self._doorman.called.emit(action)

    @property
    def shows_our_page(self) -> bool:
        return is_our_file(url_text(self.native.webview.page().url()), self.page_url)

    def _send(self, message: str) -> None:
        # Not as a script: Chromium keeps more than a kilobyte of each that differs, for good.
        if self.shows_our_page:
            self.native.mailbox.sent.emit(message)

    def _run(self, script: str) -> None:
        if self.shows_our_page:
            self.native.webview.page().runJavaScript(script)

    def _evaluate(self, script: str, settle: Callable[[Any], None]) -> None:
        self.native.webview.page().runJavaScript(script, settle)

    def _reload(self) -> None:
        self.native.webview.page().reload()

    def _ask(self, dialog: Dialog, answered: Answered) -> None:
        ask(self.native, dialog, answered)

    def _close(self) -> None:
        self.native.close()


class QtWindow(stock.BrowserView):  # type: ignore[misc]
    """pywebview's window without pywebview's scripts: our channel, our page, no permissions."""

    WebPage = QtPage
    WebView = QtWebView
    frame: QtFrame | None = None  # Qt tells of a place before there is one who wants to know
    shared: SharedProfile

    def __init__(self, window: Any) -> None:
        self.view: QtView = window._js_api
        window.background_color = backdrop(dark=prefers_dark())
        with chromium_flags(own_flags()):
            self.shared.profile()  # QtWebEngine reads its flags now, before pywebview adds any
        with chromium_flags():
            super().__init__(window)
        self.profile.setUrlRequestInterceptor(None)
        self.webview.page().setBackgroundColor(self.background_color)
        offer_text_menu(self.webview)
        self.mailbox = Mailbox(self.view)
        self.channel.registerObject(CHANNEL, self.mailbox)
        self.webview.page().renderProcessTerminated.connect(self.on_terminated)
        self.frame = QtFrame(self, self.webview, self.on_arranged)
        self.menu_bar = QtMenuBar(self, self.webview, lambda action: self.view.tell(self.view.handlers.chosen, action))
        self.view.native_opened(self)

    def on_load_finished(self) -> None:
        events = self.pywebview_window.events
        for said in (events.before_load, events._pywebviewready, events.loaded):
            said.set()

    def on_terminated(self, status: Any, code: int) -> None:
        self.view.tell(self.view.handlers.gone, f"{status.name} ({code})")

    def on_arranged(self, arrangement: Arrangement) -> None:
        self.view.arrangement = arrangement

    def moveEvent(self, event: Any) -> None:
        super().moveEvent(event)
        if self.frame:
            self.frame.moved()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if self.frame:
            self.frame.moved()

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if self.frame and event.type() == core.QEvent.Type.WindowStateChange:
            self.frame.state_changed()

    def closeEvent(self, event: Any) -> None:
        if self.view.closed:
            return
        if not self.view.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        if event.isAccepted():
            self.view.native_closed()
            self.deleteLater()  # else it stays until Python's garbage collector comes by, on whatever thread


def prefers_dark() -> bool:
    """Whether the desktop asks for dark windows, as QtWebEngine tells its pages."""
    return bool(gui.QGuiApplication.styleHints().colorScheme() == core.Qt.ColorScheme.Dark)
