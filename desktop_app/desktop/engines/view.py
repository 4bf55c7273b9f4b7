"""The part of a window's page that is the same on every engine."""

from __future__ import annotations

import json
import logging
import re
import secrets
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence, Set
from functools import partial
from typing import Any

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.dialog import Answered, Dialog
from desktop_app.desktop.menu_entry import MenuEntry

from .engine import Handlers
from .errors import WindowClosed

logger = logging.getLogger("desktop_app.desktop")


def _unheard(text: str) -> None:
    """Nobody listens to a window that is gone."""


class BaseView(ABC):
    """Turns the calls of any thread into calls on the GUI thread, and knows when the window is gone."""

    def __init__(self, page_url: str, handlers: Handlers, permissions: Set[str] = frozenset()) -> None:
        self.page_url = page_url
        self.permissions = permissions
        self.handlers = handlers
        self.key = secrets.token_hex(16)  # opens the way to Python; only a document of our page is given it
        self.window: Any = None
        self.native: Any = None
        self.arrangement = Arrangement()
        self._held: list[Callable[[], None]] = []
        self._gone = threading.Event()
        self._waiting: set[threading.Event] = set()
        self._unanswered: list[Answered] = []

    @property
    def closed(self) -> bool:
        return self._gone.is_set()

    def send(self, message: str) -> None:
        self._later(lambda: self._send(_encodable(message)))

    def run(self, script: str) -> None:
        self._later(lambda: self._run(_encodable(script)))

    def reload(self) -> None:
        self._later(self._reload)

    def arrange(self, wanted: Arrangement) -> None:
        self._later(lambda: self._arrange(wanted))

    def to_front(self, done: Callable[[], None] | None = None) -> None:
        def bring() -> None:
            self._to_front()
            if done is not None:
                done()

        self._later(bring)

    def show_menu(self, menus: Sequence[MenuEntry]) -> None:
        self._later(lambda: self._show_menu(menus))

    def ask(self, dialog: Dialog, answered: Answered) -> None:
        def answer(value: Any) -> None:
            if answer in self._unanswered:
                self._unanswered.remove(answer)
                answered(value)

        self._unanswered.append(answer)
        self._later(lambda: self._ask(dialog, answer))
        if self.closed:
            answer(None)

    def close(self) -> None:
        if not self.closed:
            self._later(self._close)

    def evaluate(self, script: str, timeout: float = 5.0) -> Any:
        answered = threading.Event()
        answer: list[Any] = []

        def settle(value: Any) -> None:
            answer.append(value)
            answered.set()

        self._waiting.add(answered)
        try:
            self._later(lambda: self._evaluate(_encodable(script), settle))
            if not self.closed and not answered.wait(timeout):
                raise TimeoutError(f"the page gave no answer within {timeout} seconds")
        finally:
            self._waiting.discard(answered)
        if not answer:
            raise WindowClosed("the window was closed before the page could answer")
        return answer[0]

    def with_key(self, transport: str) -> str:
        """A script for the begin of every document: `transport`, with its `KEY`, runs in our page alone.

        It runs before anything of the document's own, so nothing there can have changed what it asks.
        """
        ours = f"location.href.split(/[?#]/)[0] === new URL({json.dumps(self.page_url)}).href"
        return f"if ({ours}) {{\n{transport.replace('KEY', json.dumps(self.key))}\n}}"

    def knows(self, key: str) -> bool:
        """Whether a message came with our page's key; one that did not is logged."""
        ours = secrets.compare_digest(key.encode(errors="replace"), self.key.encode())
        if not ours:
            logger.warning("A message came from a document that is not our page; it was not heard.")
        return ours

    def native_opened(self, native: Any) -> None:
        """The native window is there: do what was asked of it meanwhile."""
        self.native = native
        self.tell(self.handlers.opened)
        for action in self._held:
            self._post(action)
        self._held.clear()

    def native_closed(self) -> None:
        """The native window is gone: say so, once, and let nobody wait for an answer any more."""
        if self.closed:
            return
        self.tell(self.handlers.closed)
        self._gone.set()
        for waiting in list(self._waiting):
            waiting.set()
        for answer in list(self._unanswered):
            answer(None)
        # The toolkit may hold on to its window, and so to this view: let it hold nothing of the app's.
        self.handlers = Handlers(received=_unheard)
        self.native = None

    def may_close(self) -> bool:
        """Whether nobody minds that the window is closed."""
        try:
            return self.handlers.may_close()
        except Exception:
            logger.exception("A window's handler failed.")
            return True

    def tell(self, handler: Callable[..., None], *what: Any) -> None:
        """Call a handler; its errors are logged, for an exception that reaches Qt ends the process."""
        if self.closed:
            return
        try:
            handler(*what)
        except Exception:
            logger.exception("A window's handler failed.")

    def _later(self, action: Callable[[], None]) -> None:
        if not self.closed:
            self._post(partial(self._when_open, action))

    def _when_open(self, action: Callable[[], None]) -> None:
        # No closure that names itself: only the garbage collector would end it, with native objects, on any thread.
        if self.native is None:
            self._held.append(partial(self._when_open, action))
        elif not self.closed:
            action()

    def _arrange(self, wanted: Arrangement) -> None:
        self.native.frame.arrange(wanted)

    def _to_front(self) -> None:
        self.native.frame.to_front()

    def _show_menu(self, menus: Sequence[MenuEntry]) -> None:
        self.native.menu_bar.show(menus)

    @abstractmethod
    def _post(self, action: Callable[[], None]) -> None:
        """Have the GUI thread do this soon, in the order of the calls."""

    def _send(self, message: str) -> None:
        self._run(f"window.desktopApp?.receive({message});0")

    @abstractmethod
    def _run(self, script: str) -> None: ...

    @abstractmethod
    def _evaluate(self, script: str, settle: Callable[[Any], None]) -> None: ...

    @abstractmethod
    def _reload(self) -> None: ...

    @abstractmethod
    def _ask(self, dialog: Dialog, answered: Answered) -> None: ...

    @abstractmethod
    def _close(self) -> None: ...


def _encodable(script: str) -> str:
    # Half a surrogate pair cannot be written as UTF-8; inside a JavaScript string its escape means the same.
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", script)
