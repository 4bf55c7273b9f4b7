"""A field for text."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from desktop_app.components.form_component import FormComponent
from desktop_app.events.event import Event


class Textbox(FormComponent):
    """A field for one or more lines of text. Handlers get and return a `str`.

    Args:
        value: the text it starts with.
        type: "text", "password" (the text is hidden) or "email".
        lines: how many lines it shows.
        max_lines: how many lines it grows to; None is 20 for a field of several lines, and no growth for one.
        placeholder: shown while it is empty.
    """

    kind: ClassVar[str] = "textbox"
    page_value: ClassVar[Any] = str | None
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    submit: ClassVar[Event] = Event()
    focus: ClassVar[Event] = Event()
    blur: ClassVar[Event] = Event()

    value: Any = None
    _: KW_ONLY
    type: Literal["text", "password", "email"] = "text"
    lines: Annotated[int, Field(ge=1)] = 1
    max_lines: Annotated[int, Field(ge=1)] | None = None
    placeholder: str | None = None

    @property
    def masked(self) -> bool:
        """Whether its text is hidden."""
        return self.type == "password"

    def postprocess(self, value: Any) -> str | None:
        """Any value is shown as its text; None empties the field."""
        return None if value is None else str(value)
