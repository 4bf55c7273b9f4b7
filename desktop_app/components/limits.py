"""What numbers may be."""

from __future__ import annotations

import math
from typing import Any


def finite(number: Any) -> int | float:
    """Return a number from the page.

    Raises:
        ValueError: it is one that cannot be typed: infinity, NaN, or no number at all.
    """
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise ValueError("it is not a number")
    try:
        typed = math.isfinite(number)
    except OverflowError:  # larger than any number that the page knows
        typed = False
    if not typed:
        raise ValueError("it is not a number that can be typed")
    return number


def as_number(value: Any) -> int | float:
    """Return what Python makes a number of.

    Raises:
        ValueError: it is infinity or NaN, or no number.
    """
    try:
        number = value if isinstance(value, int) and not isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        raise ValueError("it is no number") from None  # Python's own message has the value in it, however long that is
    if not math.isfinite(number):
        raise ValueError("only finite numbers can be shown")
    return int(number) if float(number).is_integer() and not isinstance(value, float) else number


def rounded(number: int | float, precision: int | None) -> int | float:
    """Return it with so many digits after the point; 0 makes it an `int`, None leaves it."""
    if precision is None:
        return number
    return round(number) if precision == 0 else round(float(number), precision)


def check_limits(number: int | float, minimum: float | None, maximum: float | None, name: str) -> None:
    """Do nothing for a number within its limits.

    Raises:
        ValueError: it is out of them; the message is for the user.
    """
    if minimum is not None and number < minimum:
        raise ValueError(f"{name} has to be {minimum:g} or more.")
    if maximum is not None and number > maximum:
        raise ValueError(f"{name} has to be {maximum:g} or less.")
