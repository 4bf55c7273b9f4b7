"""Blocks side by side."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import ClassVar

from desktop_app.blocks.layout import Layout


class Row(Layout):
    """Show blocks side by side; they wrap where the window is too narrow.

    Args:
        scale: how much of a surrounding row's free width it takes, beside its neighbours.
        equal_height: True makes all of them as high as the highest.

    Example:
        >>> with Blocks(), Row():
        ...     Button("Back")
        ...     Button("Next")
    """

    kind: ClassVar[str] = "row"

    _: KW_ONLY
    scale: int | None = None
    equal_height: bool = False
