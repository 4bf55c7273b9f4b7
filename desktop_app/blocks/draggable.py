"""Blocks in an order of the user's."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import ClassVar, Literal

from desktop_app.blocks.layout import Layout


class Draggable(Layout):
    """Show blocks that the user puts into another order: by the mouse, or with the arrow keys on their handles.

    The order is the page's alone: handlers do not hear of it, and the next load starts as it was declared.

    Args:
        orientation: "column" puts them below each other, "row" beside each other.

    Example:
        >>> with Blocks(), Draggable():
        ...     Textbox(label="First")
        ...     Textbox(label="Second")
    """

    kind: ClassVar[str] = "draggable"

    _: KW_ONLY
    orientation: Literal["row", "column"] = "column"
