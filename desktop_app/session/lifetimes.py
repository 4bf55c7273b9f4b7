"""How long the values of a session's States live, and what is called at their end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from desktop_app.blocks.block import Block
from desktop_app.session.cleanup import Cleanup
from desktop_app.session.clock import Clock
from desktop_app.state.renewed import renewed
from desktop_app.state.session_state import State


class Lifetimes:
    """Holds the values of the States of one session; each value ends once.

    Args:
        clock: tells when a value expires.
        cleanup: runs the delete callbacks.
        expired: is told of a value whose time was over.
    """

    def __init__(self, clock: Clock, cleanup: Cleanup, expired: Callable[[State], None]) -> None:
        self._clock = clock
        self._cleanup = cleanup
        self._expired = expired
        self._lock = threading.Lock()
        self._values: dict[State, Any] = {}
        self._expiry: dict[State, int] = {}

    def __getitem__(self, state: State) -> Any:
        """Return the value; one that has expired starts anew."""
        with self._lock:
            missing = state not in self._values
        if missing:
            self[state] = state.initial()
        with self._lock:
            return self._values[state]

    def __setitem__(self, state: State, value: Any) -> None:
        """Hold a value; its time to live begins."""
        with self._lock:
            self._values[state] = value
            self._clock.cancel(self._expiry.pop(state, None))
            if state.time_to_live is not None:
                self._expiry[state] = self._clock.later(state.time_to_live, partial(self._expire, state))

    def end(self) -> None:
        """The session is over: all values end."""
        for state in list(self._values):
            self._end(state)

    def drop(self, state: State) -> None:
        """A state is there no more: its value ends."""
        self._end(state)

    def hand_over(self, before: Block, after: State) -> bool:
        """Let one state have the value of another from now on; return whether there was one."""
        with self._lock:
            if not isinstance(before, State) or before not in self._values:
                return False
            value = self._release(before)
        self[after] = value
        return True

    def take_over(self, others: Lifetimes, before: State, after: State) -> None:
        """Let a state have the value of one of another session, if there is any.

        Raises:
            ValueError: it is not of the type; it stays there.
        """
        with others._lock:
            if before not in others._values:
                return
            value = after.form.check(renewed(others._values[before]))
            others._release(before)
        self[after] = value

    def _release(self, state: State) -> Any:
        """Hold the value no more, without ending it; the lock is held."""
        self._clock.cancel(self._expiry.pop(state, None))
        return self._values.pop(state)

    def held(self, state: State) -> Any:
        """Return the value to look at it; None if it has expired and nobody has asked for it since."""
        with self._lock:
            return self._values.get(state)

    def _expire(self, state: State) -> None:
        self._end(state)
        self._expired(state)

    def _end(self, state: State) -> None:
        with self._lock:
            if state not in self._values:
                return
            value = self._release(state)
        if state.delete_callback is not None:
            self._cleanup.run(f"the delete_callback of {state.name}", partial(state.delete_callback, value))
