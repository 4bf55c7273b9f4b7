"""What every engine promises: windows that show our page and pass text both ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.dialog import Answered, Dialog
from desktop_app.desktop.menu_entry import MenuEntry

from .desk import Desk


def _nothing(*_: object) -> None:
    pass


def _yes() -> bool:
    return True


class Screen(NamedTuple):
    """A part of the desktop, in pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Handlers:
    """What a window tells Python. The calls come one at a time, on the GUI thread on GTK and Qt; they must not block.

    opened: the native window is there; its page is not yet.
    loading: a new document of our page begins; what the old one said is void. Comes before its first message.
    received: a message from the page, in the order they were sent.
    may_close: the user, or `View.close`, wants to close the window; False keeps it open.
    closed: the native window is gone; comes once, and nothing comes after it.
    gone: the page's process died, for this reason; `View.reload` brings the page back.
    chosen: the user has chosen a menu's entry, whose action this is.
    dropped: files were dropped on the window.
    """

    received: Callable[[str], None]
    opened: Callable[[], None] = _nothing
    loading: Callable[[], None] = _nothing
    may_close: Callable[[], bool] = _yes
    closed: Callable[[], None] = _nothing
    gone: Callable[[str], None] = _nothing
    chosen: Callable[[Callable[[], object]], None] = _nothing
    dropped: Callable[[list[Path]], None] = _nothing


class View(Protocol):
    """One window's page. Every method may be called from any thread, and does nothing once the window is gone."""

    @property
    def window(self) -> Any:
        """The `webview.Window`, for title, size, position and dialogs."""

    @property
    def closed(self) -> bool:
        """Whether the native window is gone."""

    @property
    def arrangement(self) -> Arrangement:
        """How the window is, or was when it was closed, as far as the engine can tell."""

    def arrange(self, wanted: Arrangement) -> None:
        """Let the window be like this soon."""

    def to_front(self, done: Callable[[], None] | None = None) -> None:
        """Bring the window before the others, and call `done` on the GUI thread when that was asked for."""

    def show_menu(self, menus: Sequence[MenuEntry]) -> None:
        """Let the menu bar have these menus; none hides it."""

    def ask(self, dialog: Dialog, answered: Answered) -> None:
        """Show a dialog; `answered` is called once, on the GUI thread, with None if the window is closed first."""

    def send(self, message: str) -> None:
        """Give a message, as JSON, to the page's `desktopApp.receive`, in turn with the scripts; returns at once."""

    def run(self, script: str) -> None:
        """Run a script in the page soon, after those given before it; never blocks, and no answer comes."""

    def evaluate(self, script: str, timeout: float = 5.0) -> Any:
        """Run a script and return its JSON-able value; for tests and diagnostics, never on the GUI thread.

        Raises TimeoutError after `timeout` seconds, WindowClosed if the window is or goes away.
        """

    def reload(self) -> None:
        """Load the page again."""

    def close(self) -> None:
        """Close the window, unless `Handlers.may_close` forbids it; `Handlers.closed` says when it is gone."""


class Engine(Protocol):
    """One native webview. First `prepare`, then `open` for the first windows, then `start`."""

    @property
    def name(self) -> str:
        """ "gtk", "qt", "webview2" or "cocoa"."""

    def prepare(self, app_id: str, storage: Path) -> None:
        """Get ready, once and on the main thread, to keep the pages' data in the folder `storage`.

        Raises EngineMissing or NoDisplay, each with what to do about it.
        """

    def open(
        self, title: str, page_url: str, handlers: Handlers, permissions: Set[str] = frozenset(), **options: Any
    ) -> View:
        """Open a window showing the `file:` URL `page_url`, and nothing else, ever.

        `permissions` are the names of what the page may use; it is denied all else.
        `options` are those of `webview.create_window`: width, height, min_size, resizable, hidden, ...; `View.arrange`
        says the rest. Before `start` call it on the main thread, after that on any other. Never blocks.
        """

    def start(self, started: Callable[[], None] | None = None, icon: str | None = None) -> None:
        """Show the opened windows and return when the last one is closed; main thread only.

        `started` runs on a thread of its own.
        """

    @property
    def desk(self) -> Desk:
        """What the desktop offers beside windows."""

    def screens(self) -> list[Screen]:
        """Return the part of each screen that windows may use, the main one first; from any thread, once started."""
