"""Progress bars: how one looks, and the number behind it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """One progress bar.

    Args:
        description: what is being done.
        part: how much is done, from 0 to 1; None if nobody knows how much there is.
        count: what is done in words, such as "3/10 steps".
    """

    description: str | None = None
    part: float | None = None
    count: str | None = None


@dataclass(eq=False)
class Count:
    """So many of so many, on the way.

    Whoever shows it reads it on a thread of its own, so it refers to nothing that does something when it goes.

    Args:
        description: what is being done.
        done: how much of it.
        total: how much there is; None if nobody knows.
        unit: of what.
    """

    description: str | None
    done: float
    total: float | None
    unit: str

    def bar(self) -> Bar:
        """Return how it looks now."""
        done, total = self.done, self.total
        count = f"{done:.12g}" if total is None else f"{done:.12g}/{total:.12g}"
        return Bar(self.description, part_of(done, total), f"{count} {self.unit}")


def part_of(done: float, total: float | None) -> float | None:
    """Return how much is done, from 0 to 1; None if nobody knows how much there is."""
    return within(done / total) if total else None


def within(part: float) -> float:
    """Return the nearest number from 0 to 1."""
    return min(1.0, max(0.0, float(part)))
