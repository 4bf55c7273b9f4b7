"""A window on the screen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence, Set
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.dialog import Answered, Dialog, Question
from desktop_app.desktop.dispatcher import Dispatcher
from desktop_app.desktop.engines.engine import Engine, Handlers, View
from desktop_app.desktop.menu_entry import MenuEntry
from desktop_app.desktop.page_deaths import PageDeaths
from desktop_app.desktop.window_events import WindowEvents
from desktop_app.events.toast import Toast
from desktop_app.texts import text

if TYPE_CHECKING:
    from desktop_app.bridge.connection import Connection

log = logging.getLogger("desktop_app.desktop")


class NativeWindow:
    """Passes what happens in a native window on to those whom it concerns, over the dispatcher.

    Args:
        engine: opens the window.
        dispatcher: runs what the window says.
        page_url: what it shows.
        events: whom it tells.
        arrangement: how it is at first.
        permissions: the names of what its page may use.
        hidden: True shows it to nobody.
    """

    def __init__(
        self,
        engine: Engine,
        dispatcher: Dispatcher,
        page_url: str,
        events: WindowEvents,
        arrangement: Arrangement,
        permissions: Set[str] = frozenset(),
        *,
        hidden: bool = False,
    ) -> None:
        self._dispatcher = dispatcher
        self._events = events
        self._deaths = PageDeaths()
        self.view: View = engine.open(
            arrangement.title or "",
            page_url,
            Handlers(
                opened=lambda: dispatcher.put(lambda: self._connection),
                received=lambda message: dispatcher.put(lambda: self._connection.receive(message)),
                loading=lambda: dispatcher.put(lambda: self._connection.loading()),
                may_close=self._may_close,
                closed=lambda: dispatcher.put(events.closed),
                gone=self._crashed,
                chosen=dispatcher.put,
                dropped=lambda files: dispatcher.put(lambda: events.dropped(files)),
            ),
            permissions,
            **_from_the_start(arrangement),
            hidden=hidden,
        )
        self.arrange(arrangement)

    @cached_property
    def _connection(self) -> Connection:
        """Made on the dispatcher when the native window is there: its modules load while the engine starts the page."""
        return self._events.connect(self)

    def send(self, message: str) -> None:
        """Hand a message to the page; returns at once."""
        self.view.send(message)

    def run(self, script: str) -> None:
        """Run a script of the author's in the page; returns at once."""
        self.view.run(f"{script}\n;0")

    @property
    def arrangement(self) -> Arrangement:
        """How it is, or was when it was closed."""
        return self.view.arrangement

    def arrange(self, wanted: Arrangement) -> None:
        """Let it be like this."""
        self.view.arrange(wanted)

    def to_front(self, done: Callable[[], None] | None = None) -> None:
        """Bring it before the other windows, and call `done` then."""
        self.view.to_front(done)

    def show_menu(self, menus: Sequence[MenuEntry]) -> None:
        """Let the menu bar have these menus."""
        self.view.show_menu(menus)

    def ask(self, dialog: Dialog, answered: Answered) -> None:
        """Show a dialog."""
        self.view.ask(dialog, lambda answer: self._dispatcher.put(partial(answered, answer)))

    def reload(self) -> None:
        """Load the page again."""
        self.view.reload()

    def close(self) -> None:
        """Close the window."""
        self.view.close()

    def _may_close(self) -> bool:
        if self._events.may_close():
            return True
        self._dispatcher.put(self._events.close_wanted)
        return False

    def _crashed(self, reason: str) -> None:
        self._dispatcher.put(lambda: self._recover(reason))

    def _recover(self, reason: str) -> None:
        self._connection.close()
        if self._deaths.note():
            log.error("the page's process has died (%s), as so often lately that it is not loaded again", reason)
            again = text("Try Again")
            question = Question(
                "error",
                text("This window cannot be shown."),
                text("What shows it has stopped several times within a minute. The log has the details."),
                (again, text("Close")),
            )
            self.ask(question, lambda answer: self._try_again() if answer == again else self.close())
            return
        log.error("the page's process has died (%s); the page is loaded again", reason)
        self._connection.after_load = Toast(
            "warning", text("Loaded again"), text("This window had to be loaded again.")
        )
        self.view.reload()

    def _try_again(self) -> None:
        self._deaths.forget()
        self.view.reload()


def _from_the_start(arrangement: Arrangement) -> dict[str, Any]:
    """Return what `webview.create_window` takes of it, so that the window is not first seen otherwise."""
    options: dict[str, Any] = {}
    if arrangement.size is not None:
        options["width"], options["height"] = arrangement.size
    if arrangement.min_size is not None:
        options["min_size"] = arrangement.min_size
    if arrangement.resizable is not None:
        options["resizable"] = arrangement.resizable
    return options
