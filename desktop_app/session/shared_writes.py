"""Writing what all windows share, from one session's handler."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.blocks.block import Block
from desktop_app.errors import HandlerError, StoreError
from desktop_app.events.toast import Toast
from desktop_app.session.outputs import KEEP, Write
from desktop_app.session.shown_text import without_folders
from desktop_app.state.browser_entry import encode
from desktop_app.state.browser_state import BrowserState
from desktop_app.state.cell import Cell, tell
from desktop_app.state.shared_component import SharedComponent
from desktop_app.texts import text

if TYPE_CHECKING:
    from desktop_app.session.session import Session

log = logging.getLogger("desktop_app")


def write_shared(session: Session, planned: Sequence[Write]) -> list[Block]:
    """Write these outputs; return those whose value is another now.

    Nobody holds the session's lock meanwhile: the other sessions are told, and they take locks of their own. They are
    told once, however many values were written, and each runs the listeners that follow from them together.

    Raises:
        HandlerError: a value could not be stored; it is as before.
    """
    changed: list[Block] = []
    cells: list[Cell] = []
    try:
        for write in planned:
            state = write.block
            assert isinstance(state, SharedComponent)
            if write.value is not KEEP and _write(session, state, write.value):
                changed.append(state)
                cells.append(state.cell)
    finally:
        tell(cells, session)
    return changed


def _write(session: Session, state: SharedComponent, value: object) -> bool:
    cell = state.cell
    try:
        changed = cell.write(value)
    except StoreError as error:
        if not isinstance(state, BrowserState):
            raise HandlerError(str(error)) from error
        log.warning("%s: %s", state.name, error)
        changed = cell.write_unstored(value)
        session.toast(
            Toast(
                "warning",
                text("Not saved"),
                text("A value may not be there at the next start: {why}", why=without_folders(str(error))),
            )
        )
    if changed and isinstance(state, BrowserState) and state.storage_key is not None and cell.entry is not None:
        session.page.store(state.storage_key, encode(cell.entry))
    return changed
