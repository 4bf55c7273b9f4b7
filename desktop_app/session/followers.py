"""Which listeners follow from what has happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from desktop_app.blocks.block import Block
from desktop_app.blocks.blocks import Blocks
from desktop_app.errors import HandlerError
from desktop_app.events.data import EventData
from desktop_app.events.listener import Listener
from desktop_app.session.browser_copies import forget
from desktop_app.session.cause import MOST_CHANGES, Cause, following
from desktop_app.session.failure import failure
from desktop_app.session.following import Following
from desktop_app.session.wave import Wave
from desktop_app.state.cell import Cell

if TYPE_CHECKING:
    from desktop_app.session.call import Call
    from desktop_app.session.session import Session


class Followers:
    """Runs the listeners that follow from a load, an edit, a call, or a write elsewhere, each once for one cause.

    Args:
        session: in which they run.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._shared = Following(session.blocks)
        self._missed: dict[str, dict[Block, None]] = {}  # by event, what was shared and happened while not shown

    @property
    def shared(self) -> Following:
        """The states of the session that others write as well."""
        return self._shared

    def of_load(self) -> None:
        """The page has been loaded; what it has brought along from `localStorage` has changed by it."""
        for listener in self._session.blocks.listeners_on(Blocks, "load"):
            self._session.run(listener, Cause(EventData(None)))
        self._of_changes(self._shared.loaded(), Cause(EventData(None)))

    def of_edits(self, edited: Mapping[Block, int]) -> None:
        """The user has edited these components, each so many times."""
        self._of_changes(edited, Cause(EventData(None), edited))

    def of_writes(self, changed: Iterable[Block], call: Call) -> None:
        """A call has written these."""
        self._of_changes(changed, _after(call, call.cause.depth + 1))

    def of_end(self, call: Call, outcome: str) -> None:
        """A call has ended like this."""
        for listener in self._session.scene.listeners(call.listener, outcome):
            self._session.run(listener, _after(call, call.cause.depth))

    def of_writes_elsewhere(self, cells: Sequence[Cell], writer: object, event: str) -> None:
        """Another session, another process or the app itself has written or deleted what is shared."""
        session = self._session
        if writer is session:
            return
        with session.lock:
            states = self._shared.of(cells)
            if not session.shown:
                self._missed.setdefault(event, {}).update(dict.fromkeys(states))
                return
            if event == "deleted":
                forget(states, session.page)
            self._together(self._on(states, event), _cause_of_this_thread())

    def of_what_was_missed(self) -> None:
        """The session of a closed window is shown again: what happened elsewhere meanwhile, each once."""
        with self._session.lock:
            missed, self._missed = self._missed, {}
            for event, states in missed.items():
                for listener, block in self._on(states, event).items():
                    self._session.run(listener, Cause(EventData(block)))

    def _of_changes(self, changed: Iterable[Block], cause: Cause) -> None:
        listeners = self._on(changed, "change")
        if listeners and not self._in_a_circle(cause):
            for listener, block in listeners.items():
                self._session.run(listener, replace(cause, data=EventData(block)))

    def _together(self, listeners: Mapping[Listener, Block], cause: Cause) -> None:
        if not listeners or self._in_a_circle(cause):
            return
        session = self._session
        wave = Wave(len(listeners), session.page, session.runner.clock)
        for listener, block in listeners.items():
            session.run(listener, replace(cause, data=EventData(block), wave=wave))

    def _on(self, blocks: Iterable[Block], event: str) -> dict[Listener, Block]:
        """Return the listeners on these, each once, though several of its triggers happened."""
        listeners: dict[Listener, Block] = {}
        for block in blocks:
            for listener in self._session.scene.listeners(block, event):
                listeners.setdefault(listener, block)
        return listeners

    def _in_a_circle(self, cause: Cause) -> bool:
        """Tell whether changes have gone on following from each other for too long, and tell the user, too."""
        if cause.depth <= MOST_CHANGES:
            return False
        last = islice(cause.trail(), MOST_CHANGES // 2)  # further back are those that only led there
        names = " → ".join(reversed(dict.fromkeys(each.where for each in last)))
        error = HandlerError(
            f"{MOST_CHANGES} changes have followed from each other, so they were stopped. "
            f"These listeners go round in a circle: {names}."
        )
        toast = failure(next(cause.trail()).name, error)
        if toast is not None:
            self._session.toast(toast)
        return True


def _after(call: Call, depth: int) -> Cause:
    return Cause(EventData(None), call.inputs.edits, None, call.listener, call.cause, depth)


def _cause_of_this_thread() -> Cause:
    """Return why something is written: by the listener that runs here, in whichever session, if one does."""
    follows = following.get()
    if follows is None:
        return Cause(EventData(None))
    return Cause(EventData(None), {}, None, follows.listener, follows.cause, follows.cause.depth + 1)
