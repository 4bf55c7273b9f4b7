"""The GTK engine: WebKitGTK in pywebview's GTK window, with our own way between page and Python.

What it relies on in pywebview, and replaces, is private there: `tests/native/engines` fails when it moves.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Set
from pathlib import Path
from typing import Any

import webview
from gi.repository import GObject as _gobject  # type: ignore[import-untyped]
from webview.platforms import gtk as _stock

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.dialog import Answered, Dialog
from desktop_app.private import Private

from .backdrop import backdrop
from .engine import Handlers, Screen
from .gtk_desk import GtkDesk
from .gtk_dialogs import ask
from .gtk_drop import take_dropped_files
from .gtk_frame import GtkFrame
from .gtk_menu_bar import GtkMenuBar
from .gtk_screens import screens
from .gtk_text_menu import show_text_menu
from .navigation import is_our_file, is_our_page, refuse, say_left
from .permissions import decide
from .view import BaseView

stock: Any = _stock
GLib: Any = stock.glib
GObject: Any = _gobject
WebKit: Any = stock.webkit
logger = logging.getLogger("desktop_app.desktop")

CHANNEL = "desktopApp"
# A second lock for the page's policy, which lets WebKit connect ahead to sites: what goes to the network goes to a
# proxy that is not there. Only the system itself could listen at this port.
NO_PROXY = "http://127.0.0.1:1"
# In MB. From the second on, the process of a page looks each half minute for what it can do without; from half of the
# first on it does so thoroughly. By itself WebKit waits for a gigabyte, up to which it keeps what it has drawn: each of
# eight windows that are told something six times a second grew by a megabyte a minute.
MEMORY_LIMIT = 1024
SAVING_FROM = 96
RECEIVE = "window.desktopApp?.receive(JSON.parse(message))"
TRANSPORT = """{
  const channel = webkit.messageHandlers.desktopApp;
  window.desktopAppTransport = Object.freeze({
    send: text => channel.postMessage(KEY + String(text)),
    hasTextMenu: true
  });
}"""


class GtkEngine:
    """Windows of WebKitGTK, all with one store in the app's own folder."""

    name = "gtk"

    def prepare(self, app_id: str, storage: Path) -> None:
        self._storage = storage / "gtk"
        self._storage.mkdir(parents=True, exist_ok=True)
        GLib.set_prgname(app_id)
        self.desk = GtkDesk(app_id)
        stock.webkit = SharedWebKit(self._storage)
        stock.BrowserView = GtkWindow

    def open(
        self, title: str, page_url: str, handlers: Handlers, permissions: Set[str] = frozenset(), **options: Any
    ) -> GtkView:
        view = GtkView(page_url, handlers, permissions)
        # pywebview carries the view to the native window; `GtkWindow` never lets a page see it.
        view.window = webview.create_window(title, page_url, js_api=view, **options)
        return view

    def start(self, started: Callable[[], None] | None = None, icon: str | None = None) -> None:
        webview.settings["ALLOW_FILE_URLS"] = False
        webview.start(started, gui="gtk", private_mode=False, storage_path=str(self._storage), icon=icon)

    def screens(self) -> list[Screen]:
        return screens()


class SharedWebKit:
    """Stands where pywebview looks for WebKit2, and gives every window the one context that keeps our data.

    pywebview makes a context for each window; those do not see each other's `localStorage`.
    """

    def __init__(self, storage: Path) -> None:
        self._storage = storage
        self._context: Any = None

    def __getattr__(self, name: str) -> Any:
        return getattr(WebKit, name)

    @property
    def WebContext(self) -> SharedWebKit:
        return self

    def WebView(self, **properties: Any) -> Any:
        """Make a view; its menu is ours, which has to be said before pywebview forbids all menus."""
        view = WebKit.WebView(**properties)
        view.connect("context-menu", show_text_menu)
        return view

    def new_with_website_data_manager(self, _: Any) -> Any:
        if self._context is None:
            data = WebKit.WebsiteDataManager(
                base_data_directory=str(self._storage / "data"), base_cache_directory=str(self._storage / "cache")
            )
            data.set_network_proxy_settings(
                WebKit.NetworkProxyMode.CUSTOM, WebKit.NetworkProxySettings.new(NO_PROXY, None)
            )
            saving = WebKit.MemoryPressureSettings.new()
            saving.set_memory_limit(MEMORY_LIMIT)
            saving.set_conservative_threshold(SAVING_FROM / MEMORY_LIMIT)
            self._context = WebKit.WebContext(website_data_manager=data, memory_pressure_settings=saving)
            self._context.connect("download-started", lambda _, download: download.cancel())
        return self._context


class GtkView(BaseView):
    """The page of one WebKitGTK window."""

    def __init__(self, page_url: str, handlers: Handlers, permissions: Set[str] = frozenset()) -> None:
        super().__init__(page_url, handlers, permissions)
        self._dialogs: list[Any] = []  # GTK keeps none for files: it would go with Python's next garbage

    @property
    def shows_our_page(self) -> bool:
        return is_our_file(self.native.webview.get_uri() or "", self.page_url)

    def _post(self, action: Callable[[], None]) -> None:
        # Above the idle priority, so that a page busy drawing does not hold messages back.
        GLib.idle_add(action, priority=GLib.PRIORITY_DEFAULT)

    def _send(self, message: str) -> None:
        # One script for all messages: of each script that differs WebKit keeps about a kilobyte, for good.
        if self.shows_our_page:
            given = GLib.Variant("a{sv}", {"message": GLib.Variant("s", message)})
            self.native.webview.call_async_javascript_function(RECEIVE, -1, given, None, None, None, None)

    def _run(self, script: str) -> None:
        if self.shows_our_page:
            self.native.webview.evaluate_javascript(script, -1, None, None, None, None)

    def _evaluate(self, script: str, settle: Callable[[Any], None]) -> None:
        def finish(web_view: Any, task: Any) -> None:
            try:
                text = web_view.evaluate_javascript_finish(task).to_json(0)
            except GLib.Error as error:
                logger.warning("A script failed: %s", Private(error.message))
                text = None
            settle(None if text is None else json.loads(text))

        self.native.webview.evaluate_javascript(script, -1, None, None, None, finish)

    def _reload(self) -> None:
        self.native.webview.load_uri(self.page_url)

    def _ask(self, dialog: Dialog, answered: Answered) -> None:
        def done(answer: Any) -> None:
            self._dialogs.remove(native)
            answered(answer)

        native = ask(self.native.window, dialog, done)
        self._dialogs.append(native)

    def native_closed(self) -> None:
        super().native_closed()
        for native in self._dialogs:
            native.destroy()
        self._dialogs.clear()

    def _close(self) -> None:
        self.native.close_window()


class GtkWindow(stock.BrowserView):  # type: ignore[misc]  # pywebview and gi come without types
    """pywebview's window without pywebview's scripts: our message handler, our page, no permissions."""

    def __init__(self, window: Any) -> None:
        self.view: GtkView = window._js_api
        window.background_color = backdrop(dark=prefers_dark())
        # Loads the page at its end; WebKit asks for our policy first, so what follows is in place by then.
        super().__init__(window)
        self.manager.unregister_script_message_handler("jsBridge")
        self.manager.register_script_message_handler(CHANNEL)
        self.manager.add_script(
            WebKit.UserScript(
                self.view.with_key(TRANSPORT),
                WebKit.UserContentInjectedFrames.TOP_FRAME,
                WebKit.UserScriptInjectionTime.START,
                None,
                None,
            )
        )
        settings, allowed = self.webview.get_settings(), self.view.permissions
        settings.props.javascript_can_access_clipboard = "clipboard" in allowed
        settings.props.enable_media_stream = bool({"camera", "microphone", "screen"} & allowed)
        self.webview.connect("permission-request", self.on_permission)
        self.webview.connect("print", self.on_print)
        self.webview.connect("load-failed", self.on_load_failed)
        self.webview.connect("web-process-terminated", self.on_terminated)
        take_dropped_files(self.webview, lambda paths: self.view.tell(self.view.handlers.dropped, paths))
        stock.gtk.WindowGroup().add_window(self.window)  # of its own: a dialog of one keeps nobody from the others
        self.frame = GtkFrame(self.window, self.webview, self.on_arranged)
        self.menu_bar = GtkMenuBar(
            self.window, self.webview, lambda action: self.view.tell(self.view.handlers.chosen, action)
        )
        self.view.native_opened(self)

    def on_js_bridge_call(self, _: Any, message: Any) -> None:
        value = message.get_js_value()
        text = value.to_string() if value.is_string() else ""
        length = len(self.view.key)
        if self.view.knows(text[:length]):
            self.view.tell(self.view.handlers.received, text[length:])

    def on_load_finish(self, web_view: Any, event: Any) -> None:
        if event == WebKit.LoadEvent.COMMITTED:
            # From here on the old document is gone and only the new one speaks.
            self.view.tell(self.view.handlers.loading)
            if not is_our_page(web_view.get_uri(), self.page_url):
                say_left(web_view.get_uri())
                web_view.load_uri(self.page_url)
        elif event == WebKit.LoadEvent.FINISHED:
            web_view.set_opacity(1.0)
            events = self.pywebview_window.events
            for said in (events.before_load, events._pywebviewready, events.loaded):
                said.set()

    def on_navigation(self, web_view: Any, decision: Any, kind: Any) -> bool:
        if kind == WebKit.PolicyDecisionType.RESPONSE:
            ours = decision.is_main_frame_main_resource() and is_our_page(
                decision.get_request().get_uri(), self.page_url
            )
            decision.use() if ours else decision.ignore()
            return True
        action = decision.get_navigation_action()
        url = action.get_request().get_uri()
        if kind == WebKit.PolicyDecisionType.NAVIGATION_ACTION and is_our_page(url, self.page_url):
            decision.use()
        else:
            decision.ignore()
            refuse(url)
        return True

    @property
    def page_url(self) -> str:
        return self.view.page_url

    def on_load_failed(self, _: Any, event: Any, url: str, error: Any) -> bool:
        logger.warning("The page could not load %.200s: %s", Private(url), Private(error.message))
        return True  # else WebKit puts its own error page in place of ours

    def on_print(self, _: Any, operation: Any) -> bool:
        logger.warning("The page wanted to print; windows do not print by themselves.")
        return True  # no dialog

    def on_permission(self, _: Any, request: Any) -> bool:
        request.allow() if decide(asked_for(request), self.view.permissions) else request.deny()
        return True

    def on_terminated(self, _: Any, reason: Any) -> None:
        self.view.tell(self.view.handlers.gone, reason.value_nick)

    def on_arranged(self, arrangement: Arrangement) -> None:
        self.view.arrangement = arrangement

    def show(self) -> None:
        # pywebview may have queued this before the window was closed; GTK crashes then.
        if not self.view.closed:
            super().show()

    def close_window(self, *data: Any) -> bool:
        if self.view.closed:
            return False
        if not self.view.may_close():
            return True
        kept_open = bool(super().close_window(*data))
        if not kept_open:
            self.view.native_closed()
            GLib.idle_add(self.let_go, priority=GLib.PRIORITY_LOW)  # after what pywebview has queued
        return kept_open

    def let_go(self) -> None:
        """Let the native objects end here, and the page's process with them.

        pywebview keeps them in cycles: some nobody would ever find, the others Python's garbage collector might end on
        another thread, where WebKit aborts the process.
        """
        self.manager.disconnect_by_func(self.on_js_bridge_call)
        self.pywebview_window.native = None
        for holder in (self, self.frame, self.menu_bar):
            for name, value in list(vars(holder).items()):
                if isinstance(value, GObject.Object):
                    delattr(holder, name)


def prefers_dark() -> bool:
    """Whether the desktop asks for dark windows, by the rule by which WebKit tells its pages."""
    settings = stock.gtk.Settings.get_default().props
    theme = os.environ.get("GTK_THEME") or settings.gtk_theme_name
    return settings.gtk_application_prefer_dark_theme or theme.lower().endswith(("-dark", ":dark"))


def asked_for(request: Any) -> set[str]:
    """The names of what a page asks for; none for what has no name here."""
    if isinstance(request, WebKit.UserMediaPermissionRequest):
        kinds = {
            "screen": WebKit.user_media_permission_is_for_display_device(request),
            "microphone": WebKit.user_media_permission_is_for_audio_device(request),
            "camera": WebKit.user_media_permission_is_for_video_device(request),
        }
        return {name for name, asked in kinds.items() if asked}
    names = {
        "GeolocationPermissionRequest": "location",
        "NotificationPermissionRequest": "notifications",
        "ClipboardPermissionRequest": "clipboard",  # not in every version
    }
    return {
        name for kind, name in names.items() if hasattr(WebKit, kind) and isinstance(request, getattr(WebKit, kind))
    }
