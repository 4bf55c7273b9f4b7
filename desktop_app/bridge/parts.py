"""Parts of the page that are too heavy to travel with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "page" / "parts"


@cache
def script(name: str) -> str | None:
    """Return the script of a part; None if there is none of that name."""
    if not name.isidentifier():
        return None
    file = FOLDER / f"{name}.js"
    return file.read_text(encoding="utf-8") if file.is_file() else None
