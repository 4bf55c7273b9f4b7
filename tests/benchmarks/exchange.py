"""What goes between Python and a page: clicks, texts, streams."""

from __future__ import annotations

import json
import statistics
from typing import Any

from tests.benchmarks.environment import GRADIO, NICEGUI
from tests.benchmarks.figure import Beside, Figure, table
from tests.benchmarks.programs.page import UPDATES
from tests.benchmarks.programs.run import first
from tests.benchmarks.programs.run import run as run_program
from tests.benchmarks.rounds import Times

ENGINES = ("gtk", "qt")
ROUNDS = 3
ROUND_TRIP_GOALS = {"gtk": 1.2, "qt": 1.0}


def run() -> str:
    """Measure and return the section of the results."""
    gradio = middle(json.loads(GRADIO.run("tests.benchmarks.programs.gradio_http")))
    rows: list[Figure] = []
    for engine in ENGINES:
        rows += [
            *round_trip(engine, ROUNDS, {"Gradio": (gradio, 5), "NiceGUI": (nicegui(engine), None)}),
            *streamed(engine, ROUNDS),
            *texts(engine, ROUNDS),
        ]
        rows.append(unchanged(engine, ROUNDS))
    return f"""## Exchange with the page

Measured in the page by its own clock, with the same script in ours and in the control, turn by turn in {ROUNDS}
processes each. A round trip is a click → a call of Python's → its text on the page, 300 times a process; in the
control it is one stock call. Gradio's is its queued event over raw HTTP, from joining the queue to its answer, without
a page; NiceGUI's is the same click in its native window, in one process.
{UPDATES:,} updates are yielded by one handler of ours, and pushed one by one in the control. Texts go to the page, get
one more character there, and go back. The last row has an unchanged 10 MB text among its inputs; its control is the
same event without it.

GTK's clock has steps of 1 ms, of which one is half a round trip there, so the p50 is the mean of the middle half; in
brackets are the quickest and the slowest.

What ours takes longer in a round trip is Python: it checks what the page says, gives the handler a copy of the
session's state, sees what it has changed, and writes down what the page shows: some 600 calls of functions where the
control makes 30. They take 0.08 ms one after another, and about three times that after the 25 ms between two clicks,
in which other programs have the processor's caches. The slowest of a hundred, in ours and in the control, are those
that meet a frame being drawn: without a graphics card that is the work of the same two processors.

{table(rows)}
"""


def measured(engine: str, jobs: list[str], rounds: int) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """What the page reports of each job, a process a round; ours and the control's."""
    took: tuple[dict[str, list[Any]], dict[str, list[Any]]] = {}, {}
    for _ in range(rounds):
        for program, reports in zip(("ours", "control"), took, strict=True):
            for said in run_program(program, engine, *jobs):
                if said.name in jobs:
                    reports.setdefault(said.name, []).append(said.value)
    return took


def flat(lists: list[list[float]]) -> list[float]:
    """All numbers of the lists."""
    return [number for one in lists for number in one]


def nicegui(engine: str) -> Times:
    """The same round trip in NiceGUI's native window."""
    said = run_program("nicegui_app", engine, "round_trip", python=NICEGUI.python())
    return middle(first(said, "round_trip").value)


def middle(times: list[float]) -> Times:
    """What is in the middle of these: the mean of the middle half, which a clock with coarse steps leaves alone."""
    a_quarter = len(times) // 4
    return Times(statistics.fmean(sorted(times)[a_quarter : len(times) - a_quarter]), min(times), max(times))


def round_trip(engine: str, rounds: int, beside: Beside | None = None) -> list[Figure]:
    """A click and what comes of it: the middle, and what one in a hundred takes longer than."""
    ours, control = (flat(reports["round_trip"]) for reports in measured(engine, ["round_trip"], rounds))
    goal = ROUND_TRIP_GOALS[engine]
    late = [Times.of([statistics.quantiles(times, n=100)[98]]) for times in (ours, control)]
    return [
        Figure(f"round trip, p50, {engine.upper()}", middle(ours), middle(control), goal, beside or {}),
        Figure(f"round trip, p99, {engine.upper()}", late[0], late[1], goal),
    ]


def streamed(engine: str, rounds: int) -> list[Figure]:
    """A thousand updates, until the last is on the page."""
    ours, control = (Times.of(flat(reports["stream"])) for reports in measured(engine, ["stream"], rounds))
    return [Figure(f"{UPDATES:,} updates, {engine.upper()}", ours, control, 0.1)]


def texts(engine: str, rounds: int) -> list[Figure]:
    """Large texts, there and back."""
    ours, control = measured(engine, ["text_1", "text_10"], rounds)
    return [
        Figure(
            f"{size} MB there and back, {engine.upper()}", Times.of(flat(ours[job])), Times.of(flat(control[job])), 1.2
        )
        for size, job in ((1, "text_1"), (10, "text_10"))
    ]


def unchanged(engine: str, rounds: int) -> Figure:
    """An event with a large input that did not change, and without it."""
    reports: list[Any] = []
    for _ in range(rounds):
        reports += [said.value for said in run_program("ours", engine, "unchanged") if said.name == "unchanged"]
    having, without = (Times.of(flat([report[place] for report in reports])) for place in (0, 1))
    return Figure(f"event with an unchanged 10 MB input, {engine.upper()}", having, without, 1.2)
