"""What components with choices have in common."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, ClassVar, Literal, cast

from pydantic import AllowInfNan, BeforeValidator

from desktop_app.blocks.page_type import PageType
from desktop_app.components.form_component import FormComponent
from desktop_app.components.own_buttons import WithButtons
from desktop_app.private import Private

log = logging.getLogger("desktop_app")
Choice = bool | str | int | Annotated[float, AllowInfNan(False)]


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
    PageType(Pairs),
]


class ChoiceComponent(WithButtons, FormComponent):
    """The base of components whose value is one or some of their choices.

    A value that is not among the choices counts as not chosen, with a line in the log; so does one that is not any
    more, as a handler has changed them.

    Args:
        choices: a list of choices, each a `str`, `int` or `float`, or a pair of its label and its value.
        type: "value" hands handlers the values that are chosen, "index" their places in the list.
    """

    python_only: ClassVar[frozenset[str]] = FormComponent.python_only | {"type"}

    choices: Choices = field(default_factory=list)
    _: KW_ONLY
    type: Literal["value", "index"] = "value"

    def event_data(self, event: str, data: Any) -> Any:
        """Give the choice that was selected as it was declared.

        Raises:
            ValueError: there is no such choice.
        """
        if event != "select":
            return data
        index, selected = (data.get("index"), data.get("selected", True)) if isinstance(data, dict) else (None, None)
        choices = cast(Pairs, self.choices)
        if type(index) is not int or not 0 <= index < len(choices) or not isinstance(selected, bool):
            raise ValueError("it names no choice")
        return {"index": index, "value": choices[index][1], "selected": selected}

    def places(self) -> dict[object, int]:
        """Return the place of each choice, by what `key` says of it; the first one of two that are the same."""
        places: dict[object, int] = {}
        for place, (_, choice) in enumerate(cast(Pairs, self.choices)):
            places.setdefault(key(choice), place)
        return places

    def chosen(self, values: Iterable[object]) -> list[Choice]:
        """Return these as the choices have them.

        Raises:
            ValueError: for one that is not among the choices.
        """
        places, choices = self.places(), cast(Pairs, self.choices)
        found = []
        for value in values:
            place = places.get(key(value))
            if place is None:
                raise ValueError(f"{value!r:.200} is not among its choices")
            found.append(choices[place][1])
        return found

    def unknown(self, values: Iterable[object]) -> list[object]:
        """Return those that are not among the choices."""
        places = self.places()
        return [each for each in values if key(each) not in places]

    def known(self, values: Iterable[object]) -> list[Choice]:
        """Return those that are among the choices, as these have them, and log one that is not."""
        values = list(values)
        unknown = self.unknown(values)
        if unknown:
            value = Private(f"{unknown[0]!r:.200}")
            log.warning("%s: %s is not among its choices, so it is not chosen", self.name, value)
        keys = {key(each) for each in unknown}
        return self.chosen(each for each in values if key(each) not in keys)

    def handed(self, values: Iterable[Choice]) -> list[Any]:
        """Return what handlers get for those of the values that are still among the choices."""
        places = self.places()
        known = [value for value in values if key(value) in places]
        return [places[key(value)] for value in known] if self.type == "index" else known


def as_several(value: object) -> list[object]:
    """Return the values of a list, or of one that is given alone; None is none."""
    if value is None:
        return []
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else [value]


def key(value: object) -> object:
    """Return what tells a value from others: 1 and 1.0 are the same, 1 and True are not."""
    return (isinstance(value, bool), value) if isinstance(value, bool | str | int | float) else (None, repr(value))
