"""A box to tick."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import Any, ClassVar

from desktop_app.components.form_component import FormComponent
from desktop_app.components.own_buttons import WithButtons
from desktop_app.events.event import Event


class Checkbox(WithButtons, FormComponent):
    """A box to tick. Handlers get a `bool`, and return anything that is true or false.

    Args:
        value: whether it is ticked at the start.
        buttons: Buttons to show at its top.

    Events:
        select: the user has ticked or unticked it; tells its label as `value` and whether it is `selected` now.

    Example:
        >>> agreed = Checkbox(label="I agree")
        >>> agreed.change(lambda ticked: update(interactive=ticked), agreed, send)
    """

    kind: ClassVar[str] = "checkbox"
    page_value: ClassVar[Any] = bool
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    select: ClassVar[Event] = Event()

    value: Any = False
    _: KW_ONLY

    def event_data(self, event: str, data: Any) -> Any:
        """Tell which box it is, and whether it is ticked now."""
        if event != "select":
            return data
        selected = data.get("selected") if isinstance(data, dict) else None
        if not isinstance(selected, bool):
            raise ValueError("it does not say whether it is ticked")
        return {"index": 0, "value": self.label or "", "selected": selected}

    def postprocess(self, value: Any) -> bool:
        """Take anything that is true or false; None is false."""
        return bool(value)
