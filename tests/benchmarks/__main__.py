"""Runs every case, or those named: `python -m tests.benchmarks [case…]`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import change_detection, events
from tests.benchmarks.machine import machine

RESULTS = Path(__file__).with_name("RESULTS.md")

# Each returns its section of the results, in Markdown.
CASES: dict[str, Callable[[], str]] = {"change_detection": change_detection.run, "events": events.run}


def main(names: list[str]) -> None:
    """Run the cases, print what they found, and write it down if all of them ran."""
    sections = []
    for name in names or CASES:
        sections.append(CASES[name]())
        print(sections[-1], flush=True)
    if not names:
        head = f"# Benchmarks\n\nWritten by `make bench`, on {machine()}.\n"
        RESULTS.write_text("\n".join([head, *sections]), encoding="utf-8")
        print(f"Written to {RESULTS.relative_to(Path.cwd())}.")


if __name__ == "__main__":
    main(sys.argv[1:])
