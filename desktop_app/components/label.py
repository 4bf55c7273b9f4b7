"""What something has been taken for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import KW_ONLY
from typing import Annotated, Any, ClassVar

from pydantic import Field
from typing_extensions import TypedDict

from desktop_app.components.component import Component
from desktop_app.components.display_component import DisplayComponent
from desktop_app.components.own_buttons import WithButtons
from desktop_app.events.event import Event


class Confidence(TypedDict):
    """How sure one class is: 1 is certain."""

    label: str
    confidence: float


class Classified(TypedDict):
    """The label that is shown large, and the classes it was chosen from, the surest first."""

    label: str
    confidences: list[Confidence] | None


class Label(WithButtons, DisplayComponent):
    """A label in large letters, or classes with how sure each of them is.

    Handlers return a dict of a number for each class, of which 1 is certain, or a text or a number to show as it is;
    None empties it. They get the dict of what is shown, or the text.

    Args:
        value: what is shown at the start.
        num_top_classes: how many classes are shown, the surest first; None shows all.
        color: the background of the large letters, as CSS has colours, such as "red" or "#ff0000".
        show_heading: False leaves out the large letters above classes.
        buttons: Buttons to show at its top.

    Events:
        select: the user has chosen a class; tells its `index` and as `value` its name.

    Example:
        >>> Label({"cat": 0.9, "dog": 0.1}, label="It is a")
    """

    kind: ClassVar[str] = "label"
    page_value: ClassVar[Any] = Classified | None
    interactive: ClassVar[bool] = True  # its classes can be chosen, also where listeners write it
    python_only: ClassVar[frozenset[str]] = Component.python_only | {"num_top_classes"}
    change: ClassVar[Event] = Event()
    select: ClassVar[Event] = Event()

    value: Any = None
    _: KW_ONLY
    num_top_classes: Annotated[int, Field(ge=1)] | None = None
    color: str | None = None
    show_heading: bool = True

    def preprocess(self, value: Classified | None) -> dict[str, float] | str | None:
        """Hand over a dict of the classes that are shown, or the label alone."""
        if value is None or value["confidences"] is None:
            return None if value is None else value["label"]
        return {each["label"]: each["confidence"] for each in value["confidences"]}

    def postprocess(self, value: Any) -> Classified | None:
        """Take a dict of numbers, a text or a number; None and an empty dict show nothing."""
        if value is None or (isinstance(value, Mapping) and not value):
            return None
        if isinstance(value, str | int | float):
            return Classified(label=str(value), confidences=None)
        if not isinstance(value, Mapping):
            raise ValueError("it takes a dict of a number for each class, a text or a number")
        sure = [Confidence(label=str(label), confidence=_number(label, number)) for label, number in value.items()]
        sure.sort(key=lambda each: -each["confidence"])
        return Classified(label=sure[0]["label"], confidences=sure[: self.num_top_classes])


def _number(label: object, number: Any) -> float:
    try:
        confidence = float(number)
    except (TypeError, ValueError):
        raise ValueError(f"{label!r:.100} is {number!r:.100}, which is no number") from None
    if not math.isfinite(confidence):
        raise ValueError(f"{label!r:.100} is {confidence}, which is no number that can be shown")
    return confidence
