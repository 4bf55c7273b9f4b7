"""Blocks one below the other."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import ClassVar, Literal

from desktop_app.blocks.layout import Layout


class Column(Layout):
    """Show blocks one below the other.

    Args:
        scale: how much of a surrounding row's free width it takes, beside its neighbours.
        min_width: pixels; a row that cannot give as much wraps the column below.
        variant: "default", "panel" (a background of its own) or "compact" (no gaps).
        show_progress: True shows the progress of listeners that have the column as an output.
    """

    kind: ClassVar[str] = "column"
    python_only: ClassVar[frozenset[str]] = Layout.python_only | {"show_progress"}

    _: KW_ONLY
    scale: int = 1
    min_width: int = 320
    variant: Literal["default", "panel", "compact"] = "default"
    show_progress: bool = False
