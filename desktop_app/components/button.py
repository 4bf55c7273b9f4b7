"""A button."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import Any, ClassVar, Literal

from desktop_app.components.component import Component
from desktop_app.events.event import Event


class Button(Component):
    """A button to press. Handlers get and return its text.

    Args:
        value: the text on it.
        variant: "primary" for what the user most likely wants, "secondary", or "stop" for what ends something.
        size: "sm", "md" or "lg".
        interactive: False greys it out.
    """

    kind: ClassVar[str] = "button"
    page_value: ClassVar[Any] = str
    click: ClassVar[Event] = Event()

    value: Any = "Run"
    _: KW_ONLY
    variant: Literal["primary", "secondary", "stop", "huggingface"] = "secondary"
    size: Literal["sm", "md", "lg"] = "lg"
    interactive: bool = True

    @property
    def label(self) -> str:
        """Its text is what it goes by."""
        return str(self.value)

    def postprocess(self, value: Any) -> str:
        """Any value is shown as its text."""
        return "" if value is None else str(value)
