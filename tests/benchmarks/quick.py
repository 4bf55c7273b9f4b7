"""A quick look whether anything has become slower: a few ratios, held to those of the last full run."""

from __future__ import annotations

from tests.benchmarks import events, exchange, imports, start
from tests.benchmarks.figure import Figure, ratios, table

WORSE = 1.25  # more than so many times the ratio of the last full run is too much


def compare(results: str) -> int:
    """Measure, print, and return the exit status: 1 if a ratio is too much worse than in these results."""
    recorded = ratios(results)
    found = figures()
    print(table(found))
    status = 0
    for figure in found:
        before = recorded.get(figure.name)
        if before is None:
            print(f"{figure.name}: not in RESULTS.md; run `make bench`")
        elif figure.ratio > WORSE * before:
            worse = figure.ratio / before
            print(f"{figure.name}: {figure.ratio:.2f} × the control, {worse:.2f} times as much as in RESULTS.md")
            status = 1
    if status == 0:
        print(f"No ratio is more than {WORSE - 1:.0%} worse than in RESULTS.md.")
    return status


def figures() -> list[Figure]:
    """Import, start, round trip, events and a stream, fewer times than in the full run."""
    rows = imports.figures(5, others=False)
    for engine in ("gtk", "qt"):
        rows.append(start.figures(engine, 3, others=False)[0])
        rows.append(exchange.round_trip(engine, 1)[0])
        rows += exchange.streamed(engine, 1)
    return [*rows, *events.figures(3)]
