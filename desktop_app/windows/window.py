"""A window of the app."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.blocks.blocks import Blocks
from desktop_app.desktop.arrangement import ZOOM_STEPS, Arrangement, WindowState
from desktop_app.events.request import Start
from desktop_app.windows.closing import Closing
from desktop_app.windows.surface import Surface

if TYPE_CHECKING:
    from desktop_app.bridge.connection import Connection
    from desktop_app.session.session import Session


class Window:
    """A window of the app. What it can do, it does from any thread, and soon.

    Attributes:
        id: names it among the app's windows.
        name: names it for the next start, which brings it back where it was; windows may share it.
        blocks: what it shows.
    """

    def __init__(self, window_id: str, blocks: Blocks, title: str, name: str = "", start: Start | None = None) -> None:
        self.id = window_id
        self.name = name or title
        self.blocks = blocks
        self.start = start or Start()  # what the start of the app was given that opened it
        self.surface: Surface | None = None
        self.connection: Connection | None = None
        self.kept: Session | None = None  # the session, while the window is closed and may be opened again
        self.closing = Closing(self)
        self._title = title
        self._zoom: float | None = None
        self._left = Arrangement()  # how it was when it was closed
        self.renamed: Callable[[], None] = lambda: None  # whoever lists windows says what to do then

    @property
    def session(self) -> Session | None:
        """The session of the page it shows now; None while the page loads."""
        return self.connection.session if self.connection else None

    @property
    def title(self) -> str:
        """What its title bar says; can be set."""
        return self._title

    @title.setter
    def title(self, title: str) -> None:
        self._title = title
        self.arrange(Arrangement(title=title))
        self.renamed()

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height in pixels, when it is neither maximized nor full screen; can be set. None is not known."""
        return self.arrangement.size

    @size.setter
    def size(self, size: tuple[int, int]) -> None:
        self.arrange(Arrangement(size=size))

    @property
    def position(self) -> tuple[int, int] | None:
        """Left and top on the screen in pixels; can be set, where the system lets programs do so. None is not known."""
        return self.arrangement.at

    @position.setter
    def position(self, position: tuple[int, int]) -> None:
        self.arrange(Arrangement(at=position))

    @property
    def state(self) -> WindowState:
        """ "normal", "minimized", "maximized" or "full_screen"; can be set."""
        return self.arrangement.state or "normal"

    @state.setter
    def state(self, state: WindowState) -> None:
        self.arrange(Arrangement(state=state))

    @property
    def always_on_top(self) -> bool:
        """Whether it stays before other windows; can be set."""
        return bool(self.arrangement.always_on_top)

    @always_on_top.setter
    def always_on_top(self, always: bool) -> None:
        self.arrange(Arrangement(always_on_top=always))

    @property
    def zoom(self) -> float:
        """How large the page is shown, from 0.5 to 3; can be set. It is remembered."""
        return self._zoom or self.arrangement.zoom or 1.0

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self.arrange(Arrangement(zoom=zoom))
        self._zoom = zoom  # what the next step starts from, also before the screen has followed

    @property
    def arrangement(self) -> Arrangement:
        """All of the above, as far as it is known."""
        return self.surface.arrangement if self.surface else self._left

    def limit(
        self,
        min_size: tuple[int, int] | None = None,
        max_size: tuple[int, int] | None = None,
        resizable: bool | None = None,
    ) -> None:
        """Say how small and how large the user can make it; what is left out stays as it is.

        Args:
            min_size: width and height in pixels.
            max_size: width and height in pixels.
            resizable: False keeps its size.

        Raises:
            ValueError: one of these cannot be.
        """
        self.arrange(Arrangement.of(min_size=min_size, max_size=max_size, resizable=resizable))

    def minimize(self) -> None:
        """Put it away; `restore` or the user brings it back."""
        self.state = "minimized"

    def maximize(self) -> None:
        """Let it have all the room of its screen."""
        self.state = "maximized"

    def restore(self) -> None:
        """Show it as it was before it was minimized, maximized or full screen."""
        self.state = "normal"

    def toggle_full_screen(self) -> None:
        """Let it have the whole screen, or give it back."""
        self.state = "normal" if self.state == "full_screen" else "full_screen"

    def zoom_in(self) -> None:
        """Show the page one step larger."""
        self.zoom = next((step for step in ZOOM_STEPS if step > self.zoom + 0.01), ZOOM_STEPS[-1])

    def zoom_out(self) -> None:
        """Show the page one step smaller."""
        self.zoom = next((step for step in reversed(ZOOM_STEPS) if step < self.zoom - 0.01), ZOOM_STEPS[0])

    def to_front(self) -> None:
        """Bring it before the other windows."""
        if self.surface:
            self.surface.to_front()

    def arrange(self, wanted: Arrangement) -> None:
        """Let it be like this."""
        if self.surface:
            self.surface.arrange(wanted)

    def gone(self) -> None:
        """It is closed: remember how it was, and hold nothing of what showed it."""
        self._left = self.arrangement
        self.surface = self.connection = None

    def reload(self) -> None:
        """Load the page again: the session ends, and a new one begins."""
        if self.surface:
            self.surface.reload()

    def replace(self, blocks: Blocks) -> None:
        """Load the page again with other blocks, once all is known that its user has entered.

        The session that follows takes over the values of what is declared alike.
        """
        if self._title == self.blocks.title:
            self.title = blocks.title
        self.blocks = blocks
        session = self.session
        if session is None:
            self.reload()
        else:
            session.gatherings.then(self._load_again)

    def take_kept(self) -> Session | None:
        """Return the session that was kept when the page was loaded with other blocks, once."""
        if self.connection is None:
            return None
        kept, self.connection.kept = self.connection.kept, None
        return kept

    def _load_again(self) -> None:
        if self.connection is not None:
            self.connection.keep_at_load = True
        self.reload()

    def close(self, *, force: bool = False) -> None:
        """Close the window; its session ends, unless its blocks keep it for a while.

        Args:
            force: True closes it without asking the listeners of `Blocks.window.closing`.
        """
        if force:
            self.closing.allow()
        if self.surface:
            self.surface.close()
