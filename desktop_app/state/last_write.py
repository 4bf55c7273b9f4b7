"""Who wrote a value last, and when."""

from __future__ import annotations

import time
from contextvars import ContextVar
from typing import NamedTuple


class Writer(NamedTuple):
    """Who writes: a listener in a window, the user, or the app's own code.

    Attributes:
        name: what to call it.
        window: the id of its window; empty for what belongs to none.
    """

    name: str
    window: str = ""


CODE = Writer("code")
writer: ContextVar[Writer] = ContextVar("writer", default=CODE)  # whose code this is; set while a listener runs


class LastWrite(NamedTuple):
    """A write that nothing has overwritten.

    Attributes:
        time: seconds since the epoch.
        by: whose it was.
    """

    time: float
    by: Writer

    @classmethod
    def now(cls, by: Writer | None = None) -> LastWrite:
        """Return a write at this moment; by default by the listener that runs here, or else by code."""
        return cls(time.time(), by or writer.get())
