"""What a trigger does while its listener still runs in the same session."""

from __future__ import annotations

from desktop_app.events.listener import Listener
from desktop_app.session.cause import Cause


class Pending:
    """Counts the runs of each listener that are queued or under way; its session's lock guards it."""

    def __init__(self) -> None:
        self._runs: dict[Listener, int] = {}
        self._again: dict[Listener, Cause] = {}

    def begin(self, listener: Listener, cause: Cause) -> bool:
        """Tell whether a trigger is to be run now; if not, "always_last" remembers it for the end of the run."""
        if self._runs.get(listener) and listener.trigger_mode != "multiple":
            if listener.trigger_mode == "always_last":
                self._again[listener] = cause
            return False
        self._runs[listener] = self._runs.get(listener, 0) + 1
        return True

    def end(self, listener: Listener) -> Cause | None:
        """A run has ended; return the cause of the one that is to follow it, if any."""
        self._runs[listener] -= 1
        return self._again.pop(listener, None)

    def drop(self) -> None:
        """Forget what was to be run again."""
        self._again.clear()
