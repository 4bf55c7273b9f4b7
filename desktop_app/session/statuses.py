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

    A block that several calls are about to write shows the one that came first.

    Args:
        session: whose page shows them.
        clock: tells when to look at them.
    """

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock
        self._lock = threading.Lock()
        self._calls: dict[int, dict[Call, None]] = {}  # by block, in the order they came
        self._shown: dict[int, Status] = {}
        self._due: int | None = None
        self._due_soon = False

    def begin(self, call: Call) -> None:
        """A call has begun."""
        with self._lock:
            for block in call.listener.shown_on:
                self._calls.setdefault(block.id, {})[call] = None
            self._look_later(PATIENCE)

    def changed(self, call: Call) -> None:
        """A call has told how far it is."""
        with self._lock:
            if not self._due_soon and any(call in self._calls.get(b.id, ()) for b in call.listener.shown_on):
                self._clock.cancel(self._due)
                self._due = None
                self._due_soon = True
                self._look_later(EVERY)

    def end(self, call: Call) -> None:
        """A call is over."""
        changed = False
        with self._lock:
            for block in call.listener.shown_on:
                calls = self._calls.get(block.id, {})
                calls.pop(call, None)
                if not calls:
                    self._calls.pop(block.id, None)
                if block.id in self._shown:
                    changed = self._show(block.id) or changed
        if changed:
            self._session.page.flush()

    # A look that turns out to be needless costs less than to call it off after each quick handler.
    def _look_later(self, seconds: float) -> None:
        if self._due is None:
            self._due = self._clock.later(seconds, self._look)

    def _look(self) -> None:
        with self._lock:
            self._due, self._due_soon = None, False
            changed = [self._show(block_id) for block_id in list(self._calls)]
            if self._calls.keys() - self._shown.keys():
                self._look_later(PATIENCE)
            elif any(status.ahead is not None for status in self._shown.values()):
                self._look_later(IN_QUEUE)
        if any(changed):
            self._session.page.flush()

    def _show(self, block_id: int) -> bool:
        """Tell the page what a block's first call is doing; return whether that is new."""
        call = next(iter(self._calls.get(block_id, ())), None)
        status = call.status() if call is not None and call.age >= PATIENCE else None
        before = self._shown.pop(block_id, None)
        if status is not None:
            self._shown[block_id] = status
        if status == before or self._session.scene.block(block_id) is None:
            return False
        self._session.page.status(block_id, status)
        return True
