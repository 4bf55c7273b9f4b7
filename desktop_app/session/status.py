"""What the page shows of a listener that is not done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from desktop_app.events.progress import Bar


@dataclass(frozen=True)
class Status:
    """What is shown on a block that a listener is about to write.

    Args:
        look: "full" covers the block, "minimal" shows the time alone.
        ahead: how many wait in the queue before it; None once it runs.
        bars: the progress bars, outermost first.
        elapsed: seconds since it was asked for.
    """

    look: Literal["full", "minimal"]
    ahead: int | None = None
    bars: tuple[Bar, ...] = ()
    elapsed: float = field(default=0, compare=False)
