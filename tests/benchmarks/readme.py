"""python -m tests.benchmarks.readme: write the most telling rows of RESULTS.md into the README."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks import figure
from tests.benchmarks.plot import RESULTS, TOLD

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- The rows that `make bench` found -->\n", "<!-- as they stand in RESULTS.md -->\n"
HEAD = "| | desktop-blocks | by hand | ratio | others |\n|---|---|---|---|---|\n"


def write() -> None:
    """Put the rows in place of those that are there."""
    text = README.read_text(encoding="utf-8")
    before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    README.write_text(before + rows(RESULTS.read_text(encoding="utf-8")) + after, encoding="utf-8")


def rows(results: str) -> str:
    """Return a table of the rows that are told."""
    cells = figure.rows(results)
    lines = []
    for name, (label, control) in TOLD.items():
        _, ours, by_hand, ratio, _, _, others = cells[name]
        lines.append(f"| {label} | {ours} | {control}: {by_hand} | {ratio} | {others} |\n")
    return HEAD + "".join(lines)


if __name__ == "__main__":
    write()
