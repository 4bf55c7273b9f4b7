"""The engine for WebView2 and Cocoa: pywebview as it is, by its public interface as far as that goes.

It cannot keep a window on our page; a page elsewhere gets no transport, and the window is brought back.
Every engine of pywebview runs with it, so it is tested on GTK.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Sequence, Set
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import webview

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.dialog import Answered, Dialog
from desktop_app.desktop.menu_entry import MenuEntry

from .documents import Documents
from .engine import Handlers, Screen
from .navigation import is_our_page, say_left
from .stock_desk import StockDesk
from .stock_dialogs import ask
from .stock_frame import StockFrame
from .stock_menu import Place, entry_at, stock_menus
from .view import BaseView

CHANNEL = "desktopApp"
# pywebview hands each message to a thread of its own, so they are numbered.
TRANSPORT = """(() => {
  if (window.desktopAppTransport) return;
  const name = Array.from(crypto.getRandomValues(new Uint32Array(4))).join("-");
  let number = 0;
  const send = text => { pywebview._jsApiCallback("desktopApp", [%s, name, number++, text], name + number); };
  window.desktopAppTransport = Object.freeze({ send: text => send(String(text)) });
  send("");
  dispatchEvent(new Event("desktop-app-transport"));
})();0"""
_GUIS = {"webview2": "edgechromium", "cocoa": "cocoa", "gtk": "gtk"}


class StockEngine:
    """Windows of whatever webview the system has."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.desk = StockDesk()
        self._views: list[StockView] = []

    def prepare(self, app_id: str, storage: Path) -> None:
        self._storage = storage / self.name
        self._storage.mkdir(parents=True, exist_ok=True)

    def open(
        self, title: str, page_url: str, handlers: Handlers, permissions: Set[str] = frozenset(), **options: Any
    ) -> StockView:
        view = StockView(page_url, handlers, permissions)
        self._views.append(view)
        view.attach(webview.create_window(title, page_url, js_api=Door(view.receive), **options))
        return view

    def start(self, started: Callable[[], None] | None = None, icon: str | None = None) -> None:
        webview.settings["ALLOW_FILE_URLS"] = False
        gui: Any = _GUIS[self.name]
        menu = stock_menus(self._views[0].menus, self._choose)
        webview.start(started, gui=gui, private_mode=False, storage_path=str(self._storage), menu=menu, icon=icon)

    def screens(self) -> list[Screen]:
        return [Screen(each.x, each.y, each.width, each.height) for each in webview.screens]

    def _choose(self, place: Place) -> None:
        """The bar is the first window's; what is chosen is meant for the one in front."""
        self._views = [view for view in self._views if not view.closed]
        front = webview.active_window()
        view = next((view for view in self._views if view.window is front), self._views[0])
        entry = entry_at(view.menus, place)
        if entry is not None and entry.action is not None:
            view.tell(view.handlers.chosen, entry.action)


class Closed:
    """An object without attributes: pywebview follows any dotted name a page gives it, and must get nowhere."""

    __slots__ = ("_receive",)

    def __init__(self, receive: Callable[..., None]) -> None:
        object.__setattr__(self, "_receive", receive)

    def __dir__(self) -> tuple[str, ...]:
        return ()

    def __getattribute__(self, name: str) -> Any:
        raise AttributeError(name)

    def __call__(self, *what: Any) -> None:
        object.__getattribute__(self, "_receive")(*what)


class Door(Closed):
    """Stands where pywebview looks for a js_api: one function, under one name, that is not advertised."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name != CHANNEL:
            raise AttributeError(name)
        return Closed(object.__getattribute__(self, "_receive"))


class StockView(BaseView):
    """The page of one window. pywebview's calls wait for the page, so a thread of the view's own makes them."""

    def __init__(self, page_url: str, handlers: Handlers, permissions: Set[str] = frozenset()) -> None:
        super().__init__(page_url, handlers, permissions)
        self.menus: Sequence[MenuEntry] = ()
        self._documents = Documents(self)
        self._receiving = threading.Lock()
        self._actions: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def attach(self, window: Any) -> None:
        """Listen to the window. It may already be further: on a worker thread pywebview shows it at once."""
        self.window = window
        self._frame = StockFrame(window, self._on_arranged)
        window.events.closing += self.may_close
        # Without this, pywebview answers each message through `eval`, which the page's policy forbids.
        window.evaluate_js = lambda *_: None
        threading.Thread(target=self._work, name="page-sender", daemon=True).start()
        for event, listener in [
            (window.events.shown, self._on_shown),
            (window.events.loaded, self._on_loaded),
            (window.events.closed, self.native_closed),
        ]:
            event += listener
            if event.is_set():
                listener()

    def receive(self, key: Any, document: Any, number: Any, text: Any) -> None:
        well_formed = isinstance(number, int) and isinstance(document, str) and isinstance(text, str)
        if self.knows(str(key)) and well_formed:
            with self._receiving:
                self._documents.receive(document, number, text)

    def show_menu(self, menus: Sequence[MenuEntry]) -> None:
        self.menus = menus

    def _on_arranged(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement

    def _on_shown(self) -> None:
        self._post(lambda: self.native_opened(self.window))

    def _on_loaded(self) -> None:
        self._later(self._give_transport)

    def _give_transport(self) -> None:
        url = str(self.window.get_current_url())
        if is_our_page(url, self.page_url):
            self._run(TRANSPORT % json.dumps(self.key))
        else:
            say_left(url)
            self.window.load_url(self.page_url)

    def _work(self) -> None:
        while not self.closed:
            self._actions.get()()

    def native_closed(self) -> None:
        super().native_closed()
        self._post(lambda: None)

    def _post(self, action: Callable[[], None]) -> None:
        self._actions.put(action)

    def _run(self, script: str) -> None:
        self.window.run_js(_ascii(script))

    def _evaluate(self, script: str, settle: Callable[[Any], None]) -> None:
        settle(self.window.run_js(_ascii(script)))

    def _reload(self) -> None:
        self.window.run_js("location.reload();0")

    def _arrange(self, wanted: Arrangement) -> None:
        self._frame.arrange(wanted)

    def _to_front(self) -> None:
        self._frame.to_front()

    def _show_menu(self, menus: Sequence[MenuEntry]) -> None:
        self.menus = menus

    def _ask(self, dialog: Dialog, answered: Answered) -> None:
        # On a thread of its own: the page has to go on while the user thinks.
        threading.Thread(target=lambda: answered(ask(self.window, dialog)), name="dialog", daemon=True).start()

    def _close(self) -> None:
        self.window.destroy()


def _ascii(script: str) -> str:
    # pywebview cuts off a script with other characters on GTK; in JavaScript's strings the escapes mean the same.
    return re.sub(r"[^\x00-\x7f]", lambda character: json.dumps(character[0])[1:-1], script)
