"""What a validator says of an input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop_app.errors import HandlerError


@dataclass(frozen=True)
class Validation:
    """Whether the value of an input is valid, and what the user is told if it is not."""

    is_valid: bool
    message: str


def validate(is_valid: bool, message: str) -> Validation:
    """Return it from a `validator` for each input.

    Args:
        is_valid: whether the value may be used.
        message: what is shown at the input if it may not.

    Returns:
        Both, for a validator to return: one, or a list with one for each input.

    Example:
        >>> def adult(age):
        ...     return validate(age >= 18, "Come back when you are 18.")
        >>> send.click(register, age, answer, validator=adult)
    """
    return Validation(bool(is_valid), str(message) or "This is not valid.")


def problems(result: Any, inputs: int) -> list[str | None]:
    """Return what is wrong with each input, None for nothing.

    Args:
        result: what a validator returned: a list of one `validate(…)` for each input, or a single one, which is of the
            first; None and True say that nothing is wrong.
        inputs: how many there are.

    Raises:
        HandlerError: it is anything else.
    """
    if result is None or result is True:
        return [None] * inputs
    results = list(result) if isinstance(result, list | tuple) else [result] + [None] * (inputs - 1)
    if len(results) != inputs:
        raise HandlerError(f"A validator returned {len(results)} result(s) for {inputs} input(s). Return one for each.")
    return [_problem(each) for each in results]


def _problem(result: Any) -> str | None:
    if result is None or result is True:
        return None
    if isinstance(result, Validation):
        return None if result.is_valid else result.message
    raise HandlerError(f"A validator returned {result!r:.200}. Return validate(is_valid, message) for each input.")
