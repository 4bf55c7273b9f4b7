"""How much memory Python's side holds, and whether it stays so."""

from __future__ import annotations

from tests.benchmarks.programs.run import Said, first
from tests.benchmarks.programs.run import run as run_program

ENGINES = ("gtk", "qt")
STATES = ("usable", "1,000 events", "100 windows")
GOAL = 1.3


def run() -> str:
    """Measure and return the section of the results."""
    rows = []
    for engine in ENGINES:
        ours, control = (held(program, engine) for program in ("ours", "control"))
        for state in STATES:
            ratio = ours[state] / control[state]
            met = "yes" if ratio <= GOAL else "**no**"
            rows.append(
                f"| {state}, {engine.upper()} | {ours[state]:.0f} MB | {control[state]:.0f} MB | {ratio:.2f} × |"
                f" ≤ {GOAL} × | {met} |"
            )
    return f"""## Memory

The proportional share (PSS) that Python's process holds, the engine's part in it included, on the page of the other
cases: when it can be used, after 1,000 clicks, and after 100 windows that were opened and closed one after another.

| after | ours | control | ratio | goal | met |
|---|---|---|---|---|---|
{chr(10).join(rows)}
"""


def held(program: str, engine: str) -> dict[str, float]:
    """The MB after each of the states."""
    clicked = run_program(program, engine, "events")
    opened: list[Said] = run_program(program, engine, "many")
    return {
        "usable": first(clicked, "usable").memory,
        "1,000 events": first(clicked, "events").memory,
        "100 windows": opened[-1].memory,
    }
