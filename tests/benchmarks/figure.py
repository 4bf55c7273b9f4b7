"""What was measured, beside its control and its goal: a row of the results."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.benchmarks.rounds import Times

HEAD = "| case | ours | control | ratio | goal | met | others |\n|---|---|---|---|---|---|---|"

# By name: what the same took elsewhere, and how many times as long as ours it is to take at least; None for no goal.
Beside = dict[str, tuple[Times, float | None]]


@dataclass(frozen=True)
class Figure:
    """How long, or how large, something of ours is as a ratio to the same done otherwise.

    Args:
        name: of the case; the same in every run, as runs are compared by it.
        ours: what it took; medians and spreads, less is better.
        control: what the same took by hand.
        goal: the most that `ours` may be, as a ratio to the control.
        others: what the same took elsewhere, with a goal each.
        at_most: the most ms that `ours` may be, whatever the control takes.
    """

    name: str
    ours: Times
    control: Times
    goal: float | None = None
    others: Beside = field(default_factory=dict)
    at_most: float | None = None

    @property
    def ratio(self) -> float:
        """How many times as long as the control it takes."""
        return self.ours.median / self.control.median

    @property
    def met(self) -> bool:
        """Whether every goal is met."""
        beside = all(goal is None or times.median >= goal * self.ours.median for times, goal in self.others.values())
        in_time = self.at_most is None or self.ours.median <= self.at_most
        return beside and in_time and (self.goal is None or self.ratio <= self.goal)

    def __str__(self) -> str:
        goals = [] if self.goal is None else [f"≤ {self.goal:g} ×"]
        goals += [] if self.at_most is None else [f"≤ {self.at_most:g} ms"]
        goals += [f"{name} ≥ {goal:g} ×" for name, (_, goal) in self.others.items() if goal is not None]
        others = [
            f"{name} {times}: {times.median / self.ours.median:.1f} ×" for name, (times, _) in self.others.items()
        ]
        met = ("yes" if self.met else "**no**") if goals else ""
        cells = [self.name, str(self.ours), str(self.control), f"{written(self.ratio)} ×", ", ".join(goals), met]
        return f"| {' | '.join([*cells, '; '.join(others)])} |"


def written(ratio: float) -> str:
    """A ratio, exact enough that a quarter more of it can be told."""
    return f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.3f}"


def table(figures: list[Figure]) -> str:
    """The figures as a table in Markdown."""
    return "\n".join([HEAD, *map(str, figures)])


def rows(text: str) -> dict[str, list[str]]:
    """The cells of each row in such tables, by the name of the case."""
    found = [[cell.strip() for cell in row.split("|")[1:-1]] for row in text.splitlines() if row.count("|") == 8]
    return {cells[0]: cells for cells in found}


def ratios(text: str) -> dict[str, float]:
    """The ratios in such tables, by case."""
    return {name: float(cells[3].split()[0]) for name, cells in rows(text).items() if cells[3].endswith(" ×")}
