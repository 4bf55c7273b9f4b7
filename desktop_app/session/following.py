"""Which shared values a session follows."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from desktop_app.blocks.blocks import Blocks
from desktop_app.errors import StoreError
from desktop_app.state.browser_state import BrowserState
from desktop_app.state.cell import Cell, Listener
from desktop_app.state.shared_component import SharedComponent

log = logging.getLogger("desktop_app")


class Following:
    """The GlobalStates and BrowserStates of a session's blocks, as long as it lives.

    Args:
        blocks: what was declared.
    """

    def __init__(self, blocks: Blocks) -> None:
        self._states = [block for block in blocks.blocks.values() if isinstance(block, SharedComponent)]
        self._cells: dict[SharedComponent, Cell] = {}

    @property
    def browser_states(self) -> list[BrowserState]:
        """The BrowserStates among them."""
        return [state for state in self._states if isinstance(state, BrowserState)]

    def begin(self, who: object, listener: Listener) -> list[StoreError]:
        """Call `listener` after each change, until `end`; return the errors of those whose store is out of reach."""
        errors = []
        for state in self._states:
            try:
                self._cells[state] = state.cell
                state.cell.listen(who, listener)
            except StoreError as error:
                log.warning("%s: %s", state.name, error)
                errors.append(error)
        return errors

    def end(self, who: object) -> None:
        """Follow them no more."""
        for cell in self._cells.values():
            cell.forget(who)
        self._cells.clear()

    def of(self, cells: Sequence[Cell]) -> list[SharedComponent]:
        """Return the states whose live sides these are."""
        return [state for state, cell in self._cells.items() if cell in cells]

    def loaded(self) -> list[BrowserState]:
        """Return the BrowserStates whose value is another than their default."""
        return [state for state in self.browser_states if state in self._cells and not self._cells[state].is_default]
