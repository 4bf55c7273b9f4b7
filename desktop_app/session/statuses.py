"""Which blocks of a session show that their listener is not done."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop_app.session.clock import Clock
from desktop_app.session.status import Status

if TYPE_CHECKING:
    from desktop_app.session.call import Call
    from desktop_app.session.session import Session

PATIENCE = 0.15  # seconds that a listener may take before anything is shown
EVERY = 0.05  # seconds between two looks at a listener that tells how far it is
IN_QUEUE = 0.5  # seconds between two looks at the queue


class Statuses:
    """Shows the calls that take their time; a quick one costs no more than a note.

    Args:
        session: whose page shows them.
        clock: tells when to look at them.
    """

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock
        self._lock = threading.Lock()
        self._calls: dict[Call, None] = {}
        self._shown: dict[int, Status] = {}
        self._due: int | None = None
        self._due_soon = False

    def begin(self, call: Call) -> None:
        """A call has begun."""
        with self._lock:
            self._calls[call] = None
            self._look_later(PATIENCE)

    def changed(self, call: Call) -> None:
        """A call has told how far it is."""
        with self._lock:
            if call in self._calls and not self._due_soon:
                self._clock.cancel(self._due)
                self._due = None
                self._due_soon = True
                self._look_later(EVERY)

    def end(self, call: Call) -> None:
        """A call is over."""
        with self._lock:
            self._calls.pop(call, None)
            if not self._calls:
                self._clock.cancel(self._due)
                self._due, self._due_soon = None, False
            shown = self._shown
        if shown:
            self._show()

    def _look_later(self, seconds: float) -> None:
        if self._due is None:
            self._due = self._clock.later(seconds, self._look)

    def _look(self) -> None:
        with self._lock:
            self._due, self._due_soon = None, False
        self._show()
        with self._lock:
            if any(call.age < PATIENCE for call in self._calls):
                self._look_later(PATIENCE)
            elif any(status.ahead is not None for status in self._shown.values()):
                self._look_later(IN_QUEUE)

    def _show(self) -> None:
        with self._lock:
            wanted = {
                block.id: status
                for call in self._calls
                if call.age >= PATIENCE and (status := call.status()) is not None
                for block in call.listener.shown_on
                if self._session.scene.block(block.id) is not None
            }
            before, self._shown = self._shown, wanted
            changes = {block_id: wanted.get(block_id) for block_id in before | wanted}
            changes = {block_id: status for block_id, status in changes.items() if before.get(block_id) != status}
            for block_id, status in changes.items():
                self._session.page.status(block_id, status)
        if changes:
            self._session.page.flush()
