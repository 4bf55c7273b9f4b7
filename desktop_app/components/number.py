"""A field for a number."""

from __future__ import annotations

import math
from dataclasses import KW_ONLY
from typing import Annotated, Any, ClassVar

from pydantic import Field

from desktop_app.components.form_component import FormComponent
from desktop_app.events.event import Event


class Number(FormComponent):
    """A field for a number. Handlers get an `int`, a `float`, or None when it is empty.

    Args:
        value: the number it starts with.
        placeholder: shown while it is empty.
        precision: digits after the point that handlers get; 0 makes it an `int`, None keeps what was typed.
        minimum: the least number it takes.
        maximum: the greatest number it takes.
        step: by how much the arrows change it.
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
        if isinstance(number, bool) or (isinstance(number, float) and not math.isfinite(number)):
            raise ValueError(f"{number!r} is not a number that can be typed")
        return number

    def preprocess(self, value: Any) -> int | float | None:
        """Round as `precision` says.

        Raises:
            ValueError: if the number is out of its limits; the user is shown the message.
        """
        if value is None:
            return None
        if self.minimum is not None and value < self.minimum:
            raise ValueError(f"{self.label or 'The number'} has to be {_plain(self.minimum)} or more.")
        if self.maximum is not None and value > self.maximum:
            raise ValueError(f"{self.label or 'The number'} has to be {_plain(self.maximum)} or less.")
        return self._rounded(value)

    def postprocess(self, value: Any) -> int | float | None:
        """Take anything that Python can make a number of; None empties the field."""
        if value is None:
            return None
        number = value if isinstance(value, int) and not isinstance(value, bool) else float(value)
        if not math.isfinite(number):
            raise ValueError("only finite numbers can be shown")
        return self._rounded(int(number) if float(number).is_integer() and not isinstance(value, float) else number)

    def _rounded(self, number: int | float) -> int | float:
        if self.precision is None:
            return number
        return round(number) if self.precision == 0 else round(float(number), self.precision)


def _plain(number: float) -> str:
    return f"{number:g}"
