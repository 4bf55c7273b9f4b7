"""Measuring two ways to do one thing, turn by turn, so that whatever else the machine does meets both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple


class Times(NamedTuple):
    """How long the rounds took, in milliseconds."""

    median: float
    shortest: float
    longest: float

    @classmethod
    def of(cls, took: Sequence[float]) -> Times:
        """The median and the spread of these, in milliseconds."""
        return cls(statistics.median(took), min(took), max(took))

    def __str__(self) -> str:
        return f"{_figures(self.median)} ms ({_figures(self.shortest)}–{_figures(self.longest)})"


def turn_by_turn(one: Callable[[], Any], other: Callable[[], Any], rounds: int = 15) -> tuple[Times, Times]:
    """Return how long each took; the one that begins changes from round to round, and a first round does not count."""
    took: dict[Callable[[], Any], list[float]] = {one: [], other: []}
    for number in range(rounds + 1):
        for call in (one, other) if number % 2 else (other, one):
            start = time.perf_counter()
            call()
            took[call].append((time.perf_counter() - start) * 1000)
    return Times.of(took[one][1:]), Times.of(took[other][1:])


def _figures(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.2g}" if number < 1 else f"{number:.1f}"
