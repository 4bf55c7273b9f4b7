"""Where windows were, for the next time they are opened."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from pydantic import ValidationError

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.engines.engine import Screen
from desktop_app.errors import StoreError
from desktop_app.state.shared import shared
from desktop_app.state.store import Entry

log = logging.getLogger("desktop_app")
REACHABLE = 64  # pixels of a window's top edge that have to be on a screen, for the user to get hold of it
TITLE_BAR = 32  # pixels
CASCADE = 32  # pixels from one window to the next of the same name


def recall(name: str) -> Arrangement:
    """Return how the window of this name was when it was last closed; nothing of one that never was."""
    try:
        entry = shared.store.read(_key(name))
        return Arrangement.model_validate_json(entry.text) if entry and entry.text else Arrangement()
    except (StoreError, ValidationError) as error:
        log.warning("where the window %r was is not known: %s", name, type(error).__name__)
        return Arrangement()


def keep(name: str, arrangement: Arrangement) -> None:
    """Remember how the window of this name is; one that was minimized or full screen comes back as it was before."""
    state = arrangement.state if arrangement.state == "maximized" else "normal"
    kept = Arrangement(at=arrangement.at, size=arrangement.size, zoom=arrangement.zoom, state=state)
    content = kept.model_dump_json(exclude_none=True)

    def change(before: Entry | None) -> Entry | None:
        if before is not None and before.text == content:
            return None
        return Entry(content, before.revision + 1 if before else 1)

    try:
        shared.store.update(_key(name), change)
    except StoreError as error:
        log.warning("where the window %r was could not be kept: %s", name, error)


def on_a_screen(arrangement: Arrangement, screens: Sequence[Screen]) -> Arrangement:
    """Return it so that the user can get hold of it: not larger than its screen, and its top edge on one.

    Args:
        arrangement: how a window is to be.
        screens: those that there are, the main one first.
    """
    if arrangement.at is None or arrangement.size is None or not screens:
        return arrangement
    x, y = arrangement.at
    width, height = arrangement.size
    home = next((screen for screen in screens if _holds(screen, x, y, width)), None)
    screen = home or screens[0]
    width, height = min(width, screen.width), min(height, screen.height)
    if home is None:
        x = screen.x + (screen.width - width) // 2
        y = screen.y + (screen.height - height) // 2
    return arrangement.model_copy(update={"at": (x, y), "size": (width, height)})


def beside(arrangement: Arrangement, others: Sequence[Arrangement]) -> Arrangement:
    """Return it a little further down and to the right for as long as another window is just there."""
    taken = {other.at for other in others}
    while arrangement.at is not None and arrangement.at in taken:
        x, y = arrangement.at
        arrangement = arrangement.model_copy(update={"at": (x + CASCADE, y + CASCADE)})
    return arrangement


def _holds(screen: Screen, x: int, y: int, width: int) -> bool:
    across = min(x + width, screen.x + screen.width) - max(x, screen.x)
    return across >= REACHABLE and screen.y - TITLE_BAR <= y <= screen.y + screen.height - TITLE_BAR


def _key(name: str) -> str:
    return f"window:{name}"
