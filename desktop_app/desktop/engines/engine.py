"""What every engine promises: windows that show our page and pass text both ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol


def _nothing() -> None:
    pass


def _nothing_said(reason: str) -> None:
    pass


class Place(NamedTuple):
    """Where a window is on the screen, in pixels; it fits `Engine.open`'s options of these names."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Handlers:
    """What a window tells Python. The calls come one at a time, on the GUI thread on GTK and Qt; they must not block.

    loading: a new document of our page begins; what the old one said is void. Comes before its first message.
    received: a message from the page, in the order they were sent.
    closed: the native window is gone; comes once, and nothing comes after it.
    gone: the page's process died, for this reason; `View.reload` brings the page back.
    """

    received: Callable[[str], None]
    loading: Callable[[], None] = _nothing
    closed: Callable[[], None] = _nothing
    gone: Callable[[str], None] = _nothing_said


class View(Protocol):
    """One window's page. Every method may be called from any thread, and does nothing once the window is gone."""

    @property
    def window(self) -> Any:
        """The `webview.Window`, for title, size, position and dialogs."""

    @property
    def closed(self) -> bool:
        """Whether the native window is gone."""

    @property
    def place(self) -> Place | None:
        """Where it was when it was closed; None before, and where the engine cannot tell."""

    def run(self, script: str) -> None:
        """Run a script in the page soon, after those given before it; never blocks, and no answer comes."""

    def evaluate(self, script: str, timeout: float = 5.0) -> Any:
        """Run a script and return its JSON-able value; for tests and diagnostics, never on the GUI thread.

        Raises TimeoutError after `timeout` seconds, WindowClosed if the window is or goes away.
        """

    def reload(self) -> None:
        """Load the page again."""

    def close(self) -> None:
        """Close the window; `Handlers.closed` says when it is gone."""


class Engine(Protocol):
    """One native webview. First `prepare`, then `open` for the first windows, then `start`."""

    @property
    def name(self) -> str:
        """ "gtk", "qt", "webview2" or "cocoa"."""

    def prepare(self, app_id: str, storage: Path) -> None:
        """Get ready, once and on the main thread, to keep the pages' data in the folder `storage`.

        Raises EngineMissing or NoDisplay, each with what to do about it.
        """

    def open(self, title: str, page_url: str, handlers: Handlers, **options: Any) -> View:
        """Open a window showing the `file:` URL `page_url`, and nothing else, ever.

        `options` are those of `webview.create_window`: width, height, x, y, min_size, hidden, resizable, ...
        Before `start` call it on the main thread, after that on any other. Never blocks.
        """

    def start(
        self, started: Callable[[], None] | None = None, menu: Sequence[Any] = (), icon: str | None = None
    ) -> None:
        """Show the opened windows and return when the last one is closed; main thread only.

        `started` runs on a thread of its own. `menu` holds `webview.menu.Menu` objects.
        """
