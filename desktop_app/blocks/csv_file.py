"""Files of comma-separated values that rows are appended to."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet may run; see OWASP, "CSV Injection"


def text(value: Any) -> str:
    """Return what is written of a value: nothing for None, JSON for what holds others."""
    if value is None:
        return ""
    if isinstance(value, str):
        value = value.replace("\0", "\N{REPLACEMENT CHARACTER}")  # which no reader takes
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def header(file: Path) -> list[str] | None:
    """Return the first row of a file; None if it has none, and an empty one if it cannot be read."""
    try:
        with file.open(newline="", encoding="utf-8-sig", errors="replace") as opened:
            return next(csv.reader(opened), None)
    except FileNotFoundError:
        return None
    except csv.Error:
        return []


def append_row(file: Path, row: Sequence[str], columns: Sequence[str] | None = None) -> int:
    """Append a row, and return how many rows there are then.

    The row is on the disk when this returns, all of it; one that a crash has cut off keeps its line for itself.

    Args:
        file: it is made if it is not there, with its folder, for its user alone.
        row: what is written.
        columns: the first row of a new file.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "r+b") as opened:
        rows, rest = _count(opened)
        if rows == 0 and not rest and columns is not None:
            rest, rows = _line(columns), 1
        opened.write(rest + _line(row))
        opened.flush()
        os.fsync(opened.fileno())
    return rows + 1


def _count(file: BinaryIO) -> tuple[int, bytes]:
    """Return how many rows there are, and what ends the last one if it was cut off."""
    rows, quotes, line = 0, 0, b"\n"
    for line in file:
        quotes += line.count(b'"')
        if quotes % 2 == 0:
            rows += 1
    if quotes % 2:
        return rows + 1, b'"\r\n'
    return rows, b"" if line.endswith(b"\n") else b"\r\n"


def _line(row: Sequence[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(row)
    return line.getvalue().encode("utf-8", "backslashreplace")  # half an emoji is no text
