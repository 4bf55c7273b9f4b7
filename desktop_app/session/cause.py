"""Why a listener runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.blocks.block import Block
from desktop_app.events.data import EventData
from desktop_app.session.wave import Wave


@dataclass(frozen=True)
class Cause:
    """What a run follows from.

    Args:
        data: what the event carries.
        edits: how often the user had edited the components that it all goes back to; a run that follows from an older
            edit does not replace a newer one.
        wave: what is shown together with it.
    """

    data: EventData
    edits: Mapping[Block, int] = field(default_factory=dict)
    wave: Wave | None = None

    def over(self) -> None:
        """The run is done, or is not to be."""
        if self.wave is not None:
            self.wave.done()
