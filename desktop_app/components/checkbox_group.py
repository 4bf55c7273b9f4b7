"""Several choices, any of which may be ticked."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import Any, ClassVar

from desktop_app.components.choices import Choice, ChoiceComponent, as_several
from desktop_app.events.event import Event


class CheckboxGroup(ChoiceComponent):
    """Boxes to tick, any number of them. Handlers get and return a list.

    Args:
        value: the choices that are ticked at the start, a list or one.
        show_select_all: a box beside the label ticks all others, or none; it needs a label that is shown.
        buttons: Buttons to show at its top.

    Events:
        select: the user has ticked or unticked a box; tells its place as `index`, its `value` and whether it is
            `selected` now.

    Example:
        >>> CheckboxGroup(["Tea", ("Strong coffee", "coffee")], value=["coffee"], label="Drinks")
    """

    kind: ClassVar[str] = "checkboxgroup"
    page_value: ClassVar[Any] = list[Choice]
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    select: ClassVar[Event] = Event()

    _: KW_ONLY
    value: Any = None
    show_select_all: bool = False

    def accept(self, untrusted: object) -> list[Choice]:
        """Refuse what is not among the choices, and a choice that is ticked twice."""
        ticked = self.chosen(super().accept(untrusted))
        if len(set(ticked)) < len(ticked):
            raise ValueError("a choice is ticked twice")
        return ticked

    def preprocess(self, value: list[Choice]) -> list[Any]:
        """Hand over values, or places for `type="index"`."""
        return self.handed(value)

    def postprocess(self, value: Any) -> list[Choice]:
        """Take a list or one choice; None ticks nothing, and what is no choice is left out."""
        return list(dict.fromkeys(self.known(as_several(value))))
