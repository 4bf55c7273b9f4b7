"""Several choices, any of which may be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, ClassVar, Literal, cast

from pydantic import BeforeValidator, TypeAdapter, WithJsonSchema

from desktop_app.components.form_component import FormComponent
from desktop_app.events.event import Event

Choice = str | int | float


def _pairs(choices: object) -> object:
    """A choice given alone is its own label."""
    if choices is None:
        return []
    if not isinstance(choices, list | tuple):
        raise ValueError("choices have to be a list")
    return [tuple(choice) if isinstance(choice, list | tuple) else (str(choice), choice) for choice in choices]


Pairs = list[tuple[str, Choice]]
Choices = Annotated[
    Sequence[Choice | tuple[str, Choice]] | None,
    BeforeValidator(_pairs),
    WithJsonSchema(TypeAdapter(Pairs).json_schema()),
]


class CheckboxGroup(FormComponent):
    """Boxes to tick, any number of them. Handlers get and return a list.

    Args:
        choices: a list of choices, each a `str`, `int` or `float`, or a pair of its label and its value.
        value: the choices that are ticked at the start, a list or one.
        type: "value" hands handlers the values that are ticked, "index" their places in the list.
    """

    kind: ClassVar[str] = "checkboxgroup"
    page_value: ClassVar[Any] = list[Choice]
    python_only: ClassVar[frozenset[str]] = FormComponent.python_only | {"type"}
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    select: ClassVar[Event] = Event()

    choices: Choices = field(default_factory=list)
    _: KW_ONLY
    value: Any = None
    type: Literal["value", "index"] = "value"

    def accept(self, untrusted: object) -> list[Choice]:
        """Refuse what is not among the choices, and a choice that is ticked twice."""
        ticked: list[Choice] = super().accept(untrusted)
        self._places(ticked)
        if len(set(ticked)) < len(ticked):
            raise ValueError("a choice is ticked twice")
        return ticked

    def preprocess(self, value: list[Choice]) -> list[Choice] | list[int]:
        """Hand over values, or places for `type="index"`."""
        return self._places(value) if self.type == "index" else list(value)

    def postprocess(self, value: Any) -> list[Choice]:
        """Take a list or one choice; None ticks nothing."""
        if value is None:
            return []
        ticked = [value] if isinstance(value, str | int | float) else list(value)
        self._places(ticked)
        return ticked

    def _places(self, values: list[Choice]) -> list[int]:
        known = [value for _, value in cast(Pairs, self.choices)]
        for value in values:
            if value not in known:
                raise ValueError(f"{value!r} is not among its choices")
        return [known.index(value) for value in values]
