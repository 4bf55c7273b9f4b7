"""One progress bar, as it is shown."""

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

    @classmethod
    def counting(cls, description: str | None, done: float, total: float | None, unit: str) -> Bar:
        """Return the bar of so many of so many; of a total that is None nobody knows how much there is."""
        count = f"{done:.12g}" if total is None else f"{done:.12g}/{total:.12g}"
        return cls(description, part_of(done, total), f"{count} {unit}")


def part_of(done: float, total: float | None) -> float | None:
    """Return how much is done, from 0 to 1; None if nobody knows how much there is."""
    return within(done / total) if total else None


def within(part: float) -> float:
    """Return the nearest number from 0 to 1."""
    return min(1.0, max(0.0, float(part)))
