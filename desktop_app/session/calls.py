"""The calls of a session that wait or run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.events.listener import Listener
from desktop_app.session.cause import Cause

if TYPE_CHECKING:
    from desktop_app.session.call import Call


class Calls:
    """Keeps the calls that are not done, and what is to be run again; its session's lock guards it."""

    def __init__(self) -> None:
        self._running: dict[object, list[Call]] = {}
        self._again: dict[object, tuple[Listener, Cause]] = {}

    def may_begin(self, listener: Listener, cause: Cause) -> bool:
        """Tell whether a trigger is to be run now; if not, "always_last" remembers it for the end of the run."""
        identity = _identity(listener)
        if identity in self._running and listener.trigger_mode != "multiple":
            if listener.trigger_mode == "always_last":
                self._again[identity] = (listener, cause)
            return False
        return True

    def begin(self, call: Call) -> None:
        """Note a call."""
        self._running.setdefault(_identity(call.listener), []).append(call)

    def end(self, call: Call) -> tuple[Listener, Cause] | None:
        """A call is over; return the listener that is to be run again, if any, and why."""
        identity = _identity(call.listener)
        calls = self._running.get(identity, [])
        if call in calls:
            calls.remove(call)
        if not calls:
            self._running.pop(identity, None)
        return self._again.pop(identity, None)

    def cancel(self, listener: Listener) -> None:
        """Stop what runs of a listener, and forget what waits."""
        identity = _identity(listener)
        self._again.pop(identity, None)
        for call in list(self._running.get(identity, ())):
            call.stop()

    def stop(self) -> None:
        """Stop everything."""
        self._again.clear()
        for calls in list(self._running.values()):
            for call in list(calls):
                call.stop()


def _identity(listener: Listener) -> object:
    """Within `render`, a listener of the same key is the same one when it is rendered again."""
    return listener if listener.key is None else ("key", listener.key)
