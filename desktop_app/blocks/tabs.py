"""Tabs, of which one is selected."""

from __future__ import annotations

import warnings
from dataclasses import KW_ONLY
from types import TracebackType
from typing import ClassVar

from desktop_app.blocks.layout import Layout
from desktop_app.events.event import Event


class Tabs(Layout):
    """Show one tab at a time, with what is in it.

    Args:
        selected: the `id` of the tab that is selected, or its number from 0; by default the first one.

    Events:
        change: another tab is selected now.
        select: the user has selected another tab. Like `change` it tells which: `index`, and its label as `value`.

    Example:
        >>> with Blocks(), Tabs():
        ...     with Tab("Text"):
        ...         Textbox()
        ...     with Tab("Number"):
        ...         Number()
    """

    kind: ClassVar[str] = "tabs"
    remembered: ClassVar[str | None] = "selected"
    change: ClassVar[Event] = Event(by_page=True)
    select: ClassVar[Event] = Event()

    _: KW_ONLY
    selected: int | str | None = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        for child in self.children:
            if child.kind != "tab":
                warnings.warn(f"{child.name} is shown below all tabs; put it into a Tab.", stacklevel=2)
