"""What is around a page: where the window is on the screen, and how it is shown."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.desktop.arrangement import Arrangement, WindowState


class Frame(ABC):
    """Arranges a window, and tells how it is whenever that changes; all on the GUI thread.

    Args:
        arranged: hears how the window is now.
    """

    def __init__(self, arranged: Callable[[Arrangement], None]) -> None:
        self._arranged = arranged
        self._is = Arrangement(state="normal", zoom=1.0, always_on_top=False)

    def arrange(self, wanted: Arrangement) -> None:
        """Let the window be like this."""
        self._apply(wanted)
        self._tell(wanted if wanted.state is not None else wanted.model_copy(update={"state": self._is.state}))

    @abstractmethod
    def to_front(self) -> None:
        """Bring the window before the others."""

    @abstractmethod
    def _apply(self, wanted: Arrangement) -> None: ...

    def _tell(self, change: Arrangement) -> None:
        self._is = self._is.after(change)
        self._arranged(self._is)


def state_of(flags: Any, names: Mapping[Any, WindowState]) -> WindowState:
    """Return how a window is shown.

    Args:
        flags: a toolkit's own.
        names: what each of them means, the one that counts most first.
    """
    return next((name for flag, name in names.items() if flags & flag), "normal")
