"""The States that a handler writes, as they were before it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from desktop_app.blocks.block import Block
from desktop_app.state.fingerprint import fingerprint
from desktop_app.state.session_state import State


class Held(Protocol):
    """Where the values of States are."""

    def __getitem__(self, component: Block) -> Any:
        """Return a value."""

    def __setitem__(self, component: Block, value: Any) -> None:
        """Hold a value."""


class StatesBefore:
    """Tells which States have changed since, also in place, and undoes a typed one's change that was no valid one.

    Args:
        states: those to look at.
        held: where their values are.
    """

    def __init__(self, states: Iterable[State], held: Held) -> None:
        self._fingerprints = {state: fingerprint(held[state]) for state in states}
        self._copies: Mapping[State, Any] = {
            state: copy.deepcopy(held[state]) for state in self._fingerprints if state.form.typed
        }

    def changed(self, held: Held) -> list[State]:
        """Return those whose content is another now."""
        return [state for state, before in self._fingerprints.items() if fingerprint(held[state]) != before]

    def restore(self, held: Held) -> None:
        """Undo what a failed handler did in place to a typed State; it may not hold to its type."""
        for state, before in self._copies.items():
            if fingerprint(held[state]) != self._fingerprints[state]:
                held[state] = before
