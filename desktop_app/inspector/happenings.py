"""What happened last, as a table."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.inspector.table import at, table
from desktop_app.session.journal import Happening


def happenings(journal: Iterable[Happening]) -> str:
    """Return these, the newest first."""
    return table(
        ("Time", "Window", "What", "Outcome"),
        ((at(h.time), h.window, h.what, _outcome(h)) for h in reversed(list(journal))),
        "Nothing has happened yet.",
        alarming=lambda row: row[-1].startswith("failed"),
    )


def _outcome(happening: Happening) -> str:
    return f"{happening.outcome} after {duration(happening.seconds)}" if happening.outcome else ""


def duration(seconds: float) -> str:
    """Return a duration to two or three digits: 0.42 ms, 31 ms, 2.5 s."""
    if seconds >= 1:
        return f"{seconds:.1f} s"
    milliseconds = seconds * 1000
    digits = 0 if milliseconds >= 10 else 1 if milliseconds >= 1 else 2
    return f"{milliseconds:.{digits}f} ms"
