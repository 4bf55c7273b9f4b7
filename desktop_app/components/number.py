"""A field for a number."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import Annotated, Any, ClassVar

from pydantic import Field

from desktop_app.components.form_component import FormComponent
from desktop_app.components.limits import as_number, check_limits, finite, rounded
from desktop_app.components.own_buttons import WithButtons
from desktop_app.events.event import Event


class Number(WithButtons, FormComponent):
    """A field for a number. Handlers get an `int`, a `float`, or None when it is empty.

    Args:
        value: the number it starts with.
        placeholder: shown while it is empty.
        precision: digits after the point that handlers get; 0 makes it an `int`, None keeps what was typed.
        minimum: the least number it takes.
        maximum: the greatest number it takes.
        step: by how much the arrows change it.
        buttons: Buttons to show at its top.
    """

    kind: ClassVar[str] = "number"
    page_value: ClassVar[Any] = int | float | None
    python_only: ClassVar[frozenset[str]] = FormComponent.python_only | {"precision"}
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    submit: ClassVar[Event] = Event()
    focus: ClassVar[Event] = Event()
    blur: ClassVar[Event] = Event()

    value: Any = None
    _: KW_ONLY
    placeholder: str | None = None
    precision: Annotated[int, Field(ge=0)] | None = None
    minimum: float | None = None
    maximum: float | None = None
    step: Annotated[float, Field(gt=0)] = 1

    def accept(self, untrusted: object) -> Any:
        """Infinity and NaN are refused; the limits are judged when a handler asks, as the user may still be typing."""
        number = super().accept(untrusted)
        return None if number is None else finite(number)

    def preprocess(self, value: Any) -> int | float | None:
        """Round as `precision` says.

        Raises:
            ValueError: if the number is out of its limits; the user is shown the message.
        """
        if value is None:
            return None
        check_limits(value, self.minimum, self.maximum, self.label or "The number")
        return rounded(value, self.precision)

    def postprocess(self, value: Any) -> int | float | None:
        """Take anything that Python can make a number of; None empties the field, as NaN does, which is no number."""
        return None if value is None or value != value else rounded(as_number(value), self.precision)
