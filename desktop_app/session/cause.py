"""Why a listener runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field

from desktop_app.blocks.block import Block
from desktop_app.events.data import EventData
from desktop_app.events.listener import Listener
from desktop_app.session.wave import Wave

MOST_CHANGES = 100  # that may follow from each other


@dataclass(frozen=True)
class Cause:
    """What a run follows from.

    Args:
        data: what the event carries.
        edits: how often the user had edited the components that it all goes back to; a run that follows from an older
            edit does not replace a newer one.
        wave: what is shown together with it.
        listener: the one that wrote what has changed, if it was one.
        before: why that one ran.
        depth: how many changes have followed from each other.
    """

    data: EventData
    edits: Mapping[Block, int] = field(default_factory=dict)
    wave: Wave | None = None
    listener: Listener | None = None
    before: Cause | None = None
    depth: int = 0

    def over(self) -> None:
        """The run is done, or is not to be."""
        if self.wave is not None:
            self.wave.done()

    def trail(self) -> Iterator[Listener]:
        """Give the listeners that led here, the last one first."""
        cause: Cause | None = self
        while cause is not None:
            if cause.listener is not None:
                yield cause.listener
            cause = cause.before


@dataclass(frozen=True)
class Follow:
    """A listener that is running, and why: what its writes cause follows from it."""

    listener: Listener
    cause: Cause


following: ContextVar[Follow | None] = ContextVar("following", default=None)
