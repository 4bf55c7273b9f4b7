"""Formatted text."""

from __future__ import annotations

import inspect
from dataclasses import KW_ONLY
from typing import Any, ClassVar

from desktop_app.components.component import Component
from desktop_app.events.event import Event


class Markdown(Component):
    """Text in Markdown, made safe before it is shown. Handlers get and return a `str`.

    Args:
        value: the Markdown text; its common indentation is taken off.
        label: what it is called; only shown with `show_label`.
        show_label: True shows the label above it.
        container: True puts a frame around it.
    """

    kind: ClassVar[str] = "markdown"
    page_value: ClassVar[Any] = str
    change: ClassVar[Event] = Event()

    value: Any = None
    _: KW_ONLY
    label: str | None = None
    show_label: bool = False
    container: bool = False

    def postprocess(self, value: Any) -> str:
        """Any value is shown as its text; None shows nothing."""
        return "" if value is None else inspect.cleandoc(str(value))
