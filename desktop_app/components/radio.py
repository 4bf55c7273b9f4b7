"""Several choices, one of which may be chosen."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import Any, ClassVar

from desktop_app.components.choices import Choice, ChoiceComponent
from desktop_app.events.event import Event


class Radio(ChoiceComponent):
    """Choices in view, one of which is chosen. Handlers get and return it, or None for none.

    Args:
        value: the choice at the start; None chooses nothing.
        rtl: the choices go from right to left.
        buttons: Buttons to show at its top.

    Events:
        select: the user has chosen; tells the `index` of the choice and its `value`.

    Example:
        >>> Radio(["Small", ("Quite large", "large")], value="large", label="Size")
    """

    kind: ClassVar[str] = "radio"
    page_value: ClassVar[Any] = Choice | None
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    select: ClassVar[Event] = Event()

    _: KW_ONLY
    value: Any = None
    rtl: bool = False

    def accept(self, untrusted: object) -> Choice | None:
        """Refuse what is not among the choices."""
        value: Choice | None = super().accept(untrusted)
        return None if value is None else self.chosen([value])[0]

    def preprocess(self, value: Choice | None) -> Any:
        """Hand over the value, or its place for `type="index"`."""
        handed = [] if value is None else self.handed([value])
        return handed[0] if handed else None

    def postprocess(self, value: Any) -> Choice | None:
        """Take a choice; None chooses nothing, and so does what is no choice."""
        known = [] if value is None else self.known([value])
        return known[0] if known else None
