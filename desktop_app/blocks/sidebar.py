"""Blocks at the side of the window."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import ClassVar, Literal

from desktop_app.blocks.layout import Layout
from desktop_app.events.event import Event


class Sidebar(Layout):
    """Show blocks at the side of the window, beside everything else; a button opens and closes it.

    In a narrow window it lies over everything else while it is open.

    Args:
        label: its heading.
        open: whether its blocks are shown at the start.
        width: pixels, or a size in CSS such as "30%".
        position: "left" or "right".

    Events:
        expand: it was opened.
        collapse: it was closed.

    Example:
        >>> with Blocks():
        ...     with Sidebar("Settings"):
        ...         Number(label="Seed")
        ...     Textbox(label="Prompt")
    """

    kind: ClassVar[str] = "sidebar"
    remembered: ClassVar[str | None] = "open"
    expand: ClassVar[Event] = Event()
    collapse: ClassVar[Event] = Event()

    label: str | None = None
    _: KW_ONLY
    open: bool = True
    width: int | float | str = 320
    position: Literal["left", "right"] = "left"
