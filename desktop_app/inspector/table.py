"""A table as a Markdown component shows it."""

from __future__ import annotations

import html
import time
from collections.abc import Callable, Iterable, Sequence

DAY = 24 * 60 * 60


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    empty: str,
    alarming: Callable[[Sequence[str]], bool] = lambda row: False,
) -> str:
    """Return a table of plain texts; no text is taken for Markdown or HTML.

    It is written as HTML in one line, which Markdown leaves as it is.

    Args:
        columns: the headings; in lower case they are the classes of their cells.
        rows: a text for each column.
        empty: what is said if there are no rows.
        alarming: tells which rows are to be seen at once.
    """
    names = [column.lower().replace(" ", "-") for column in columns]
    lines = [_line(names, row, alarming(row)) for row in rows]
    if not lines:
        return f'<p class="empty">{_plain(empty)}</p>'
    head = "".join(f'<th class="{name}">{_plain(column)}</th>' for name, column in zip(names, columns, strict=True))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def heading(text: str) -> str:
    """Return a heading above a table."""
    return f"<h3>{_plain(text)}</h3>"


def at(moment: float) -> str:
    """Return a time of today to the millisecond, an older one with its date."""
    local = time.localtime(moment)
    if time.time() - moment > DAY:
        return time.strftime("%Y-%m-%d %H:%M", local)
    return f"{time.strftime('%H:%M:%S', local)}.{int(moment * 1000) % 1000:03d}"


def _line(names: Sequence[str], row: Sequence[str], alarming: bool) -> str:
    cells = (f'<td class="{name}">{_plain(text)}</td>' for name, text in zip(names, row, strict=True))
    mark = ' class="alarming"' if alarming else ""
    return f"<tr{mark}>{''.join(cells)}</tr>"


def _plain(text: str) -> str:
    """A blank line would end the HTML, so all white space is one space."""
    return html.escape(" ".join(text.split()))
