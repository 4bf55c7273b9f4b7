"""Blocks below a heading that opens and closes them."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import ClassVar

from desktop_app.blocks.layout import Layout
from desktop_app.events.event import Event


class Accordion(Layout):
    """Show blocks below a heading that the user opens and closes them by.

    Args:
        label: the heading.
        open: whether the blocks are shown at the start.

    Events:
        expand: it was opened.
        collapse: it was closed.

    Example:
        >>> with Blocks(), Accordion("Advanced", open=False):
        ...     Number(label="Seed")
    """

    kind: ClassVar[str] = "accordion"
    remembered: ClassVar[str | None] = "open"
    expand: ClassVar[Event] = Event()
    collapse: ClassVar[Event] = Event()

    label: str | None = None
    _: KW_ONLY
    open: bool = True
