"""The Qt engine: QtWebEngine (PyQt6) in pywebview's Qt window, with our own way between page and Python.

What it relies on in pywebview, and replaces, is private there: `tests/native/engines` fails when it moves.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import Any

os.environ["QT_API"] = "pyqt6"  # PySide6 aborts the interpreter after some thousands of answers

import webview
from PyQt6 import QtCore as _core
from PyQt6 import QtGui as _gui
from PyQt6 import QtWebEngineCore as _web
from PyQt6 import QtWidgets as _widgets
from PyQt6 import sip as _sip
from webview.platforms import qt as _stock

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.dialog import Answered, Dialog
from desktop_app.desktop.menu_entry import MenuEntry

from .backdrop import backdrop
from .documents import Documents
from .engine import Handlers, Screen
from .environment import chromium_flags, environment
from .navigation import is_our_file, is_our_page, refuse, say_left
from .permissions import decide
from .qt_desk import QtDesk
from .qt_dialogs import ask
from .qt_frame import QtFrame
from .qt_menu_bar import QtMenuBar
from .qt_text_menu import offer_text_menu
from .view import BaseView

stock: Any = _stock
core: Any = _core
gui: Any = _gui
web: Any = _web
widgets: Any = _widgets
sip: Any = _sip
logger = logging.getLogger("desktop_app.desktop")

CHANNEL = "desktopApp"
# A second lock for the page's policy, which does not hold for all: it lets Chromium connect ahead to sites, and WebRTC
# speak to any. No name and no address is found, and nothing goes around the proxy that is not there.
OFFLINE = (
    '"--host-resolver-rules=MAP * ~NOTFOUND" --proxy-server=http://refused.invalid:1 --proxy-bypass-list=<-loopback> '
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp"
)
PERMISSIONS = {  # by Qt's names
    "MediaAudioCapture": {"microphone"},
    "MediaVideoCapture": {"camera"},
    "MediaAudioVideoCapture": {"camera", "microphone"},
    "DesktopVideoCapture": {"screen"},
    "DesktopAudioVideoCapture": {"screen"},
    "Geolocation": {"location"},
    "Notifications": {"notifications"},
    "ClipboardReadWrite": {"clipboard"},
}
# Messages wait until the channel is there. The first, empty one says that a new document has begun: Qt's own load
# signals come for refused loads too.
TRANSPORT = """(() => {
  const key = KEY;
  const name = Array.from(crypto.getRandomValues(new Uint32Array(4))).join("-");
  const waiting = [];
  let number = 0;
  let channel = null;
  const send = text => { channel ? channel.receive(key, name, number++, text) : waiting.push(text); };
  window.desktopAppTransport = Object.freeze({ send: text => send(String(text)), hasTextMenu: true });
  send("");
  new QWebChannel(qt.webChannelTransport, ({ objects }) => {
    channel = objects.desktopApp;
    waiting.splice(0).forEach(send);
  });
})();"""


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


class SharedProfile:
    """The one profile of all windows, made by the first, deleted after the last page.

    pywebview makes one for each window; with persistent storage the second window then never loads.
    """

    def __init__(self, app_id: str, storage: Path) -> None:
        self._app_id = app_id
        self._storage = storage
        self._profile: Any = None
        self._pages: list[Any] = []

    def profile(self) -> Any:
        if self._profile is None:
            # Qt makes a folder for the profile before it can be told where; so for that moment home is elsewhere.
            with environment("XDG_DATA_HOME", str(self._storage)):
                self._profile = web.QWebEngineProfile(self._app_id)
            self._profile.setPersistentStoragePath(str(self._storage / "data"))
            self._profile.setCachePath(str(self._storage / "cache"))
            # What was granted once is asked again: the author may name less the next time.
            self._profile.setPersistentPermissionsPolicy(web.QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
            settings = self._profile.settings()
            attribute = web.QWebEngineSettings.WebAttribute
            settings.setAttribute(attribute.PdfViewerEnabled, False)
            # Never handed to the system by Qt: a click on a mail link comes to `acceptNavigationRequest` first.
            settings.setUnknownUrlSchemePolicy(web.QWebEngineSettings.UnknownUrlSchemePolicy.AllowAllUnknownUrlSchemes)
        return self._profile

    def add(self, page: Any) -> None:
        self._pages = [each for each in self._pages if not sip.isdeleted(each)]
        self._pages.append(page)

    def end(self) -> None:
        """Delete the pages, then the profile: in another order Qt warns, or crashes at exit."""
        for page in self._pages:
            if not sip.isdeleted(page):
                sip.delete(page)
        self._pages.clear()
        if self._profile is not None:
            sip.delete(self._profile)
            self._profile = None


class Doorman(core.QObject):  # type: ignore[misc]  # PyQt6 is used without its types
    """Carries calls of any thread to the GUI thread, in their order."""

    called = core.pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self.called.connect(lambda action: action(), core.Qt.ConnectionType.QueuedConnection)


class QtView(BaseView):
    """The page of one QtWebEngine window."""

    def __init__(
        self, page_url: str, handlers: Handlers, doorman: Doorman, permissions: Set[str] = frozenset()
    ) -> None:
        super().__init__(page_url, handlers, permissions)
        self._doorman = doorman

    def _post(self, action: Callable[[], None]) -> None:
        self._doorman.called.emit(action)

    def _run(self, script: str) -> None:
        if is_our_file(_text(self.native.webview.page().url()), self.page_url):
            self.native.webview.page().runJavaScript(script)

    def _evaluate(self, script: str, settle: Callable[[Any], None]) -> None:
        self.native.webview.page().runJavaScript(script, settle)

    def _reload(self) -> None:
        self.native.webview.page().reload()

    def _arrange(self, wanted: Arrangement) -> None:
        self.native.frame.arrange(wanted)

    def _to_front(self) -> None:
        self.native.frame.to_front()

    def _show_menu(self, menus: Sequence[MenuEntry]) -> None:
        self.native.menu_bar.show(menus)

    def _ask(self, dialog: Dialog, answered: Answered) -> None:
        ask(self.native, dialog, answered)

    def _close(self) -> None:
        self.native.close()


class Inbox(core.QObject):  # type: ignore[misc]
    """The one object a page can call, and the one thing it can call on it."""

    def __init__(self, view: QtView) -> None:
        super().__init__()
        self._view = view
        self._documents = Documents(view)

    @core.pyqtSlot(str, str, int, str)  # type: ignore[untyped-decorator]
    def receive(self, key: str, document: str, number: int, text: str) -> None:
        if self._view.knows(key):
            self._documents.receive(document, number, text)


class QtPage(web.QWebEnginePage):  # type: ignore[misc]
    """Our page: it stays where it is, opens nothing, and is permitted nothing."""

    def __init__(self, parent: Any, profile: Any) -> None:
        super().__init__(profile, parent.webview)
        self._view = parent.view
        self._page_url = parent.view.page_url
        self._load_is_ours = True
        parent.shared.add(self)
        self.scripts().insert(transport_script(self._view))
        self.urlChanged.connect(self.on_url)
        self.permissionRequested.connect(self.on_permission)
        self.desktopMediaRequested.connect(self.on_screen_chosen)
        self.settings().setAttribute(
            web.QWebEngineSettings.WebAttribute.ScreenCaptureEnabled, "screen" in self._view.permissions
        )
        self.newWindowRequested.connect(lambda request: refuse(_text(request.requestedUrl())))

    def on_permission(self, permission: Any) -> None:
        asked = PERMISSIONS.get(permission.permissionType().name, set())
        permission.grant() if decide(asked, self._view.permissions) else permission.deny()

    def on_screen_chosen(self, request: Any) -> None:
        if decide({"screen"}, self._view.permissions):
            screens = request.screensModel()
            request.selectScreen(screens.index(0))
        else:
            request.cancel()

    def reload(self) -> None:
        """Load the page again."""
        self._load_is_ours = True
        self.triggerAction(web.QWebEnginePage.WebAction.Reload)

    def acceptNavigationRequest(self, url: Any, kind: Any, is_main_frame: bool) -> bool:
        if is_main_frame and is_our_page(_text(url), self._page_url):
            if not self._load_is_ours:
                # Qt shows a blank page when a local page loads itself again; the same asked from here works.
                core.QTimer.singleShot(0, self.reload)
                return False
            self._load_is_ours = False
            return True
        refuse(_text(url))
        return False

    def on_url(self, url: Any) -> None:
        if not is_our_file(_text(url), self._page_url):
            say_left(_text(url))
            self._view.tell(self._view.handlers.loading)
            core.QTimer.singleShot(0, self.come_back)  # Qt heeds no load while it tells of another

    def come_back(self) -> None:
        self._load_is_ours = True
        self.load(core.QUrl(self._page_url))


class QtWebView(stock.QWebView):  # type: ignore[misc]
    """Shows a page; files that are dropped on it are for Python, not for the page."""

    def dragEnterEvent(self, event: Any) -> None:
        if _files(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: Any) -> None:
        if _files(event):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: Any) -> None:
        files = _files(event)
        if files:
            event.acceptProposedAction()
            view = self.window().view
            view.tell(view.handlers.dropped, files)
        else:
            super().dropEvent(event)


class QtWindow(stock.BrowserView):  # type: ignore[misc]
    """pywebview's window without pywebview's scripts: our channel, our page, no permissions."""

    WebPage = QtPage
    WebView = QtWebView
    frame: QtFrame | None = None  # Qt tells of a place before there is one who wants to know
    shared: SharedProfile

    def __init__(self, window: Any) -> None:
        self.view: QtView = window._js_api
        window.background_color = backdrop(dark=prefers_dark())
        with chromium_flags(OFFLINE):
            self.shared.profile()  # QtWebEngine reads its flags now, before pywebview adds any
        with chromium_flags():
            super().__init__(window)
        self.profile.setUrlRequestInterceptor(None)
        self.webview.page().setBackgroundColor(self.background_color)
        offer_text_menu(self.webview)
        self._inbox = Inbox(self.view)
        self.channel.registerObject(CHANNEL, self._inbox)
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


def _files(event: Any) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def prefers_dark() -> bool:
    """Whether the desktop asks for dark windows, as QtWebEngine tells its pages."""
    return bool(gui.QGuiApplication.styleHints().colorScheme() == core.Qt.ColorScheme.Dark)


def transport_script(view: QtView) -> Any:
    """The script that gives our page its transport before the page's own scripts."""
    library = core.QFile(":/qtwebchannel/qwebchannel.js")
    if not library.open(core.QIODevice.OpenModeFlag.ReadOnly):
        raise RuntimeError("Qt came without qwebchannel.js")
    script = web.QWebEngineScript()
    script.setName(CHANNEL)
    script.setInjectionPoint(web.QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(web.QWebEngineScript.ScriptWorldId.MainWorld)
    script.setRunsOnSubFrames(False)
    script.setSourceCode(view.with_key(bytes(library.readAll()).decode() + TRANSPORT))
    return script


def _text(url: Any) -> str:
    return bytes(url.toEncoded()).decode()
