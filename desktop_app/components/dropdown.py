"""A list to open and choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY
from typing import Annotated, Any, ClassVar, cast

from pydantic import BeforeValidator, Field, WithJsonSchema

from desktop_app.author_warning import warn_author
from desktop_app.components.choices import Choice, ChoiceComponent, Pairs, as_several, key
from desktop_app.events.event import Event


class DefaultValue:
    """The value of a Dropdown that was given none: its first choice, or nothing with `multiselect`."""

    def __repr__(self) -> str:
        return "the first choice"


DEFAULT_VALUE = DefaultValue()
Flag = Annotated[bool | None, BeforeValidator(bool), WithJsonSchema({"type": "boolean"})]


class Dropdown(ChoiceComponent):
    """Choices in a list that opens, to choose one of, or several with `multiselect`.

    Handlers get and return the choice, with `multiselect` a list of them; None for none.

    Args:
        value: the choice at the start, with `multiselect` a list or one; by default the first one, with `multiselect`
            none. None chooses nothing.
        type: "value" hands handlers what is chosen, "index" its place in the list, which is None for a text of the
            user's own.
        multiselect: several can be chosen.
        allow_custom_value: the user may also type a text that is not among the choices.
        max_choices: with `multiselect`, how many can be chosen at most.
        filterable: typing leaves only the choices that have that text in them; else it goes to the next that begins
            with it. It is always so with `allow_custom_value`.
        buttons: Buttons to show at its top.

    Events:
        select: the user has chosen; tells the `index` of the choice, its `value`, and with `multiselect` by `selected`
            whether it is chosen now or not any more.
        key_up: the user has let go of a key in it; see `KeyUpData`.

    Example:
        >>> Dropdown(["Oslo", "Bergen", ("Trondheim", "TRD")], value="TRD", label="City")
    """

    kind: ClassVar[str] = "dropdown"
    page_value: ClassVar[Any] = Choice | list[Choice] | None
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    select: ClassVar[Event] = Event()
    focus: ClassVar[Event] = Event()
    blur: ClassVar[Event] = Event()
    key_up: ClassVar[Event] = Event()

    _: KW_ONLY
    value: Any = DEFAULT_VALUE
    multiselect: Flag = False
    allow_custom_value: bool = False
    max_choices: Annotated[int, Field(ge=1)] | None = None
    filterable: bool = True

    def __post_init__(self) -> None:
        if self.max_choices is not None and not self.multiselect:
            warn_author("Dropdown(max_choices=…) has no effect without multiselect=True.")
        if self.allow_custom_value and not self.filterable:
            warn_author("Dropdown(filterable=False) has no effect with allow_custom_value=True.")
        if isinstance(self.value, DefaultValue):
            choices = cast(Pairs, self.choices)
            self.value = [] if self.multiselect else choices[0][1] if choices else None
        super().__post_init__()

    def event_data(self, event: str, data: Any) -> Any:
        """Also a text of the user's own can be selected; a key comes with the text that is typed then."""
        if event == "select" and self.allow_custom_value and isinstance(data, dict) and data.get("index") is None:
            text, selected = data.get("value"), data.get("selected", True)
            if not isinstance(text, str) or not isinstance(selected, bool):
                raise ValueError("it names no text")
            return {"index": None, "value": text, "selected": selected}
        if event == "key_up":
            key, typed = (data.get("key"), data.get("input_value")) if isinstance(data, dict) else (None, None)
            if not isinstance(key, str) or not isinstance(typed, str):
                raise ValueError("it names no key")
            return {"key": key, "input_value": typed}
        return super().event_data(event, data)

    def accept(self, untrusted: object) -> Any:
        """Refuse what is not among the choices and could not have been typed, and a choice that is there twice."""
        value = super().accept(untrusted)
        if isinstance(value, list) is not bool(self.multiselect) and value is not None:
            raise ValueError("one choice and several are not the same")
        if value is None or not isinstance(value, list):
            return None if value is None else self.chosen([value])[0]
        chosen = list(dict.fromkeys(self.chosen(value)))
        if len(chosen) < len(value):
            raise ValueError("a choice is there twice")
        return self._not_too_many(chosen)

    def preprocess(self, value: Any) -> Any:
        """Hand over the choice or a list of them, or places for `type="index"`."""
        if value is None:
            return None
        if isinstance(value, list):
            return self.handed(value)
        handed = self.handed([value])
        return handed[0] if handed else None

    def postprocess(self, value: Any) -> Any:
        """Take a choice, with `multiselect` also a list of them; None chooses nothing, nor does what is no choice."""
        if value is None:
            return None
        if self.multiselect:
            return self._not_too_many(list(dict.fromkeys(self.known(as_several(value)))))
        known = self.known([value])
        return known[0] if known else None

    def _not_too_many(self, chosen: list[Choice]) -> list[Choice]:
        if self.max_choices is not None and len(chosen) > self.max_choices:
            raise ValueError(f"{len(chosen)} are chosen, but {self.max_choices} is the most")
        return chosen

    def unknown(self, values: Iterable[object]) -> list[object]:
        """Return those that are not among the choices; with `allow_custom_value` none is needed there."""
        return [] if self.allow_custom_value else super().unknown(values)

    def chosen(self, values: Iterable[object]) -> list[Choice]:
        """Return these as the choices have them; with `allow_custom_value` a text is what it is."""
        if not self.allow_custom_value:
            return super().chosen(values)
        places, choices = self.places(), cast(Pairs, self.choices)
        found = [(places.get(key(value)), value) for value in values]
        return [_typed(value) if place is None else choices[place][1] for place, value in found]

    def handed(self, values: Iterable[Choice]) -> list[Any]:
        """Return what handlers get; a text of the user's own has no place."""
        if not self.allow_custom_value:
            return super().handed(values)
        places = self.places()
        return [places.get(key(value)) for value in values] if self.type == "index" else list(values)


def _typed(value: object) -> Choice:
    if not isinstance(value, str | int | float):
        raise ValueError(f"{value!r:.200} is neither a choice nor a text")
    return value
