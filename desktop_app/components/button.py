"""A button."""

from __future__ import annotations

from dataclasses import KW_ONLY, field
from typing import Any, ClassVar, Literal

from desktop_app.author_warning import warn_author
from desktop_app.components.component import Component
from desktop_app.components.icon import Icon
from desktop_app.components.link import Link
from desktop_app.events.event import Event


class Button(Component):
    """A button to press. Handlers get and return its text.

    Args:
        value: the text on it.
        variant: "primary" for what the user most likely wants, "secondary", or "stop" for what ends something.
        size: "sm", "md" or "lg".
        icon: a picture before the text: the path of a file, or its data as `data:image/…`.
        link: a web or mail address that a press opens in the system's browser or mail program, or the path of another
            page of the app, such as "/settings".
        link_target: where Gradio opens it; it has no effect, as a window has no tabs.
        interactive: False greys it out.
    """

    kind: ClassVar[str] = "button"
    page_value: ClassVar[Any] = str
    python_only: ClassVar[frozenset[str]] = Component.python_only | {"link_target"}
    change: ClassVar[Event] = Event()
    click: ClassVar[Event] = Event()

    value: Any = "Run"
    _: KW_ONLY
    variant: Literal["primary", "secondary", "stop", "huggingface"] = "secondary"
    size: Literal["sm", "md", "lg"] = "lg"
    icon: Icon = None
    link: Link = None
    link_target: Literal["_self", "_blank", "_parent", "_top"] = "_self"
    interactive: bool = True
    min_width: int | None = None  # type: ignore[assignment]  # as wide as its text
    tool: bool = field(init=False, default=False)  # it stands in the head of a component

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.link_target != "_self":
            warn_author(f"{self.name}: link_target has no effect, as a window has no tabs.")

    @property
    def label(self) -> str:
        """Its text is what it goes by."""
        return str(self.value)

    def postprocess(self, value: Any) -> str:
        """Any value is shown as its text."""
        return "" if value is None else str(value)
