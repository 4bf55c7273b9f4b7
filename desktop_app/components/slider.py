"""A number to choose from a range."""

from __future__ import annotations

import math
import random
from dataclasses import KW_ONLY
from typing import Annotated, Any, ClassVar

from pydantic import Field

from desktop_app.components.form_component import FormComponent
from desktop_app.components.limits import as_number, check_limits, finite, rounded
from desktop_app.components.own_buttons import WithButtons
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Event


class Slider(WithButtons, FormComponent):
    """A number to choose by moving a thumb, or by typing it beside. Handlers get an `int` or a `float`.

    Args:
        minimum: the least number.
        maximum: the greatest number.
        value: the number it starts with; None is the least.
        step: the distance between two numbers; None makes about a hundred of them.
        precision: digits after the point that handlers get; 0 makes it an `int`, None keeps what was chosen.
        randomize: True starts each window with a number by chance.
        buttons: Buttons to show at its top.

    Events:
        release: the user has let go of the thumb, or is done with typing.

    Raises:
        DeclarationError: the least number is not less than the greatest.

    Example:
        >>> volume = Slider(0, 11, value=5, step=1, label="Volume")
        >>> volume.release(set_volume, volume)
    """

    kind: ClassVar[str] = "slider"
    page_value: ClassVar[Any] = int | float
    python_only: ClassVar[frozenset[str]] = FormComponent.python_only | {"precision", "randomize"}
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    release: ClassVar[Event] = Event()

    minimum: float = 0
    maximum: float = 100
    value: Any = None
    _: KW_ONLY
    step: Annotated[float, Field(gt=0)] | None = None
    precision: Annotated[int, Field(ge=0)] | None = None
    randomize: bool = False

    def declared(self) -> None:
        """Check the limits against each other: an update may change one alone, a declaration needs both."""
        super().declared()
        if not self.minimum < self.maximum:
            raise DeclarationError(f"{self.name}: minimum={self.minimum:g} has to be less than {self.maximum:g}.")
        if self.step is None:
            vars(self)["step"] = _hundredth(self.maximum - self.minimum)

    def initial(self) -> int | float:
        """Return the number that a new session starts with."""
        return self._by_chance() if self.randomize else super().initial()

    def accept(self, untrusted: object) -> int | float:
        """Infinity and NaN are refused; the limits are judged when a handler asks, as another may just change them."""
        return finite(super().accept(untrusted))

    def preprocess(self, value: Any) -> int | float:
        """Round as `precision` says.

        Raises:
            ValueError: if the number is out of its limits; the user is shown the message.
        """
        check_limits(value, self.minimum, self.maximum, self.label or "The number")
        return rounded(value, self.precision)

    def postprocess(self, value: Any) -> int | float:
        """Take anything that Python can make a number of; None is the least.

        One that is out of the limits is shown in the box beside, and judged when a handler asks for it.
        """
        return as_number(_plain(self.minimum)) if value is None else rounded(as_number(value), self.precision)

    def _by_chance(self) -> int | float:
        step = self.step or _hundredth(self.maximum - self.minimum)
        steps = int((self.maximum - self.minimum) / step + 1e-9)
        number = self.minimum + random.randint(0, steps) * step  # noqa: S311 - no secret
        return rounded(_plain(round(number, 12)), self.precision)


def _plain(number: float) -> int | float:
    """A whole number is shown, and handed over, as one."""
    return int(number) if float(number).is_integer() else number


def _hundredth(span: float) -> float:
    """About a hundred steps, each a power of ten."""
    power = math.floor(math.log10(span) - 2)
    return _plain(10**power if power >= 0 else round(10.0**power, -power))
