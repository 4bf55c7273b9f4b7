"""A quick look whether anything has become slower: a few ratios, held to those of the last full run."""

from __future__ import annotations

from tests.benchmarks import events, exchange, imports, start
from tests.benchmarks.figure import Figure, ratios, table, written

WORSE = 1.25  # more than so many times the ratio of the last full run is too much


def compare(results: str) -> int:
    """Measure, print, and return the exit status: 1 if a ratio is too much worse than in these results, twice."""
    recorded = ratios(results)
    found = worse(figures(), recorded)
    if found:
        print("Measuring once more, as the machine may have been busy …", flush=True)
        again = worse(figures(), recorded)
        found = {name: said for name, said in again.items() if name in found}
    print("\n".join(found.values()) or f"No ratio is more than {WORSE - 1:.0%} worse than in RESULTS.md.")
    return 1 if found else 0


def worse(figures: list[Figure], recorded: dict[str, float]) -> dict[str, str]:
    """Print these, and return by name what is to be said of each that is too much worse than it was."""
    print(table(figures), flush=True)
    found = {}
    for figure in figures:
        before = recorded.get(figure.name)
        if before is None:
            print(f"{figure.name}: not in RESULTS.md; run `make bench`")
        elif figure.ratio > WORSE * before:
            times = f"{figure.ratio / before:.2f} times as much as in RESULTS.md"
            found[figure.name] = f"{figure.name}: {written(figure.ratio)} × the control, {times}"
    return found


def figures() -> list[Figure]:
    """Import, start, round trip, events and a stream, fewer times than in the full run."""
    rows = imports.figures(5, others=False)
    for engine in ("gtk", "qt"):
        rows.append(start.figures(engine, 3, others=False)[0])
        rows.append(exchange.round_trip(engine, 1)[0])
        rows += exchange.streamed(engine, 1)
    return [*rows, *events.figures(3)]
