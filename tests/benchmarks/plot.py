"""python -m tests.benchmarks.plot: draw the README's picture from RESULTS.md."""

from __future__ import annotations

import math
import re
from html import escape
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.figure import rows

RESULTS = Path(__file__).with_name("RESULTS.md")
PICTURE = Path(__file__).parents[2] / "assets" / "pictures" / "speed.svg"
TOLD = {  # the rows of the results that are drawn: what they are called there, and what their control is
    "`import desktop_app`": ("import", "pydantic"),
    "start → usable, GTK": ("start → usable, GTK", "bare pywebview window"),
    "start → usable, QT": ("start → usable, Qt", "bare pywebview window"),
    "round trip, p50, QT": ("click → text on the page, Qt", "bare pywebview call"),
    "1,000 updates, QT": ("1,000 updates, Qt", "bare pywebview pushes"),
}
WIDTH, LEFT, BAR, GAP = 760, 300, 18, 26
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #24292f; }
.ours { fill: #2f6feb; } .other { fill: #8c959f; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .ours { fill: #58a6ff; } .other { fill: #6e7681; } }
"""


class Bar(NamedTuple):
    """One bar.

    Args:
        label: what was measured, of whom.
        milliseconds: the median.
        ours: whether it is desktop-blocks.
    """

    label: str
    milliseconds: float
    ours: bool


def draw() -> None:
    """Write the picture."""
    PICTURE.write_text(picture(groups(RESULTS.read_text(encoding="utf-8"))), encoding="utf-8")


def groups(results: str) -> list[list[Bar]]:
    """The bars of each row that is told: ours, the control, the others."""
    cells = rows(results)
    found = []
    for name, (label, control) in TOLD.items():
        _, ours, by_hand, *_, others = cells[name]
        bars = [Bar(f"{label}: desktop-blocks", _median(ours), True), Bar(control, _median(by_hand), False)]
        bars += [Bar(part.split()[0], _median(part), False) for part in others.split(";") if part.strip()]
        found.append(bars)
    return found


def _median(cell: str) -> float:
    """The first time in a cell, in milliseconds."""
    match = re.search(r"([\d.]+) ms", cell)
    assert match is not None, cell
    return float(match[1])


def picture(groups: list[list[Bar]]) -> str:
    """Return an SVG with the bars in groups; their lengths are logarithmic, as they differ a thousandfold."""
    longest = math.log10(max(bar.milliseconds for group in groups for bar in group) * 10)
    parts, top = [], 12
    for group in groups:
        for bar in group:
            length = (WIDTH - LEFT - 90) * math.log10(max(bar.milliseconds, 0.2) * 10) / longest
            parts.append(
                f'<text x="{LEFT - 10}" y="{top + 14}" text-anchor="end">{escape(bar.label)}</text>'
                f'<rect class="{"ours" if bar.ours else "other"}" x="{LEFT}" y="{top}" width="{length:.0f}"'
                f' height="{BAR}" rx="3"/>'
                f'<text x="{LEFT + length + 8:.0f}" y="{top + 14}">{written(bar.milliseconds)}</text>'
            )
            top += BAR + 5
        top += GAP - 12
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img">'
        f"<title>How long it takes; the scale is logarithmic</title><style>{STYLE}</style>\n{body}\n</svg>\n"
    )


def written(milliseconds: float) -> str:
    """A time as a reader likes it."""
    return f"{milliseconds / 1000:.1f} s" if milliseconds >= 1000 else f"{milliseconds:.3g} ms"


if __name__ == "__main__":
    draw()
