"""The page of a QtWebEngine window: where it may go, what it may do, and how it speaks to Python."""

from __future__ import annotations

from typing import Any

from PyQt6 import QtCore as _core
from PyQt6 import QtGui as _gui
from PyQt6 import QtWebEngineCore as _web

from .documents import Documents
from .navigation import is_our_file, is_our_page, refuse, say_left
from .permissions import decide
from .view import BaseView

core: Any = _core
gui: Any = _gui
web: Any = _web

CHANNEL = "desktopApp"
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
# What Qt's channel carries, as its own library (qwebchannel.js) writes it: 6 means "invoke a method", 7 "tell me of a
# signal", and 1 is a signal. That library asks Qt for the object first and awaits an answer to each call, and an answer
# that was meant for the document before this one reaches this one. The first, empty message says that a new document
# has begun: Qt's own load signals come for refused loads too.
TRANSPORT = """(() => {
  const key = KEY;
  const name = Array.from(crypto.getRandomValues(new Uint32Array(4))).join("-");
  const channel = qt.webChannelTransport;
  let number = 0;
  channel.onmessage = ({ data }) => {
    const { type, args } = JSON.parse(data);
    if (type === 1) window.desktopApp?.receive(JSON.parse(args[0]));
  };
  const send = text => channel.send(JSON.stringify({
    type: 6, id: number, object: "desktopApp", method: "receive", args: [key, name, number++, text],
  }));
  channel.send(JSON.stringify({ type: 7, object: "desktopApp", signal: SIGNAL }));
  window.desktopAppTransport = Object.freeze({ send: text => send(String(text)), hasTextMenu: true });
  send("");
})();"""


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
        gui.QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_color_scheme)
        self.newWindowRequested.connect(lambda request: refuse(url_text(request.requestedUrl())))

    def follow_color_scheme(self) -> None:
        """Let the page hear of the desktop's look: QtWebEngine tells it only when some setting is set."""
        settings = self.settings()
        some = web.QWebEngineSettings.WebAttribute.ErrorPageEnabled
        settings.setAttribute(some, settings.testAttribute(some))

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
        if is_main_frame and is_our_page(url_text(url), self._page_url):
            if not self._load_is_ours:
                # Qt shows a blank page when a local page loads itself again; the same asked from here works.
                core.QTimer.singleShot(0, self.reload)
                return False
            self._load_is_ours = False
            return True
        refuse(url_text(url))
        return False

    def on_url(self, url: Any) -> None:
        if not is_our_file(url_text(url), self._page_url):
            say_left(url_text(url))
            self._view.tell(self._view.handlers.loading)
            core.QTimer.singleShot(0, self.come_back)  # Qt heeds no load while it tells of another

    def come_back(self) -> None:
        self._load_is_ours = True
        self.load(core.QUrl(self._page_url))


class Mailbox(core.QObject):  # type: ignore[misc]
    """The one object a page knows: it can call one thing on it, and hears one signal of it."""

    sent = core.pyqtSignal(str)

    def __init__(self, view: BaseView) -> None:
        super().__init__()
        self._view = view
        self._documents = Documents(view)

    @core.pyqtSlot(str, str, int, str)  # type: ignore[untyped-decorator]
    def receive(self, key: str, document: str, number: int, text: str) -> None:
        if self._view.knows(key):
            self._documents.receive(document, number, text)


def transport_script(view: BaseView) -> Any:
    """The script that gives our page its transport before the page's own scripts."""
    signal = Mailbox.staticMetaObject.indexOfSignal("sent(QString)")
    script = web.QWebEngineScript()
    script.setName(CHANNEL)
    script.setInjectionPoint(web.QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(web.QWebEngineScript.ScriptWorldId.MainWorld)
    script.setRunsOnSubFrames(False)
    script.setSourceCode(view.with_key(TRANSPORT.replace("SIGNAL", str(signal))))
    return script


def url_text(url: Any) -> str:
    """Return a `QUrl` as it is written."""
    return bytes(url.toEncoded()).decode()
