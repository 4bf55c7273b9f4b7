"""Blocks that belong together."""

from __future__ import annotations

from typing import ClassVar

from desktop_app.blocks.layout import Layout


class Group(Layout):
    """Show blocks close together, in one frame.

    Example:
        >>> with Blocks(), Group():
        ...     Textbox(label="Street")
        ...     Textbox(label="Town")
    """

    kind: ClassVar[str] = "group"
