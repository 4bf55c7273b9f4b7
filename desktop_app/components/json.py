"""JSON to look into."""

from __future__ import annotations

import copy
import json
import math
from collections.abc import Mapping
from dataclasses import KW_ONLY, field
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from desktop_app.components.display_component import DisplayComponent
from desktop_app.components.own_buttons import NAMES, Choice, WithButtons
from desktop_app.events.event import Event

DEEPEST = 100  # levels


_buttons = Choice("copy", default=["copy"])
JSONButtons = Annotated[Any, BeforeValidator(_buttons), NAMES]


class JSON(WithButtons, DisplayComponent):
    """JSON as a tree whose branches open and close.

    Handlers return anything that JSON can hold, or a text of JSON; other objects are shown as their text. They get it
    back as Python values.

    Args:
        value: what is shown at the start.
        open: all branches are open at the start, as far as that is quick; by default those of the first three levels.
        show_indices: elements of lists are shown with their places.
        height: of the tree, in pixels or as CSS has it; what is more scrolls.
        max_height: how tall the tree can become before it scrolls, likewise.
        min_height: how tall it is at least, likewise.
        buttons: "copy" for one that copies the text, which is there by default, and Buttons to show beside it.

    Example:
        >>> JSON({"name": "Ada", "born": 1815}, label="Person")
    """

    kind: ClassVar[str] = "json"
    page_value: ClassVar[Any] = Any
    change: ClassVar[Event] = Event()

    value: Any = None
    _: KW_ONLY
    open: bool = False
    show_indices: bool = False
    height: int | str | None = None
    max_height: int | str | None = 500
    min_height: int | str | None = None
    buttons: JSONButtons = field(default_factory=_buttons)

    def preprocess(self, value: Any) -> Any:
        """Hand over a copy: what a handler does to it is not shown."""
        return copy.deepcopy(value)

    def postprocess(self, value: Any) -> Any:
        """Take a text of JSON, or anything to be made JSON of."""
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except (ValueError, RecursionError) as error:
                raise ValueError(f"this is no JSON: {error}") from None
        return _plain(value, 0)


def _plain(value: Any, depth: int) -> Any:
    """Return it as JSON has it; what JSON has no word for as its text."""
    if depth > DEEPEST:
        raise ValueError(f"it goes deeper than {DEEPEST} levels, or round in a circle")
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float | Decimal):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(name): _plain(each, depth + 1) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each, depth + 1) for each in value]
    if hasattr(value, "tolist"):  # arrays and their numbers
        return _plain(value.tolist(), depth + 1)
    if hasattr(value, "model_dump"):  # pydantic models
        return _plain(value.model_dump(), depth + 1)
    return str(value)
