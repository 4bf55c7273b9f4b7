"""A colour to choose."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY
from typing import Any, ClassVar

from desktop_app.components.color import as_hex
from desktop_app.components.form_component import FormComponent
from desktop_app.events.event import Event

_FROM_PAGE = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{8})")


class ColorPicker(FormComponent):
    """A colour to choose from the system's palette, or to type. Handlers get it as "#rrggbb", or None.

    Args:
        value: the colour it starts with: "#rgb", "#rrggbb", `rgb(…)`, `hsl(…)` or a name such as "red"; None is
            no colour yet.

    Events:
        release: the user is done with choosing.
        submit: the user has pressed Enter.

    Example:
        >>> accent = ColorPicker("#3366ff", label="Accent")
        >>> accent.change(paint, accent)
    """

    kind: ClassVar[str] = "colorpicker"
    page_value: ClassVar[Any] = str | None
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    release: ClassVar[Event] = Event()
    submit: ClassVar[Event] = Event()
    focus: ClassVar[Event] = Event()
    blur: ClassVar[Event] = Event()

    value: Any = None
    _: KW_ONLY

    def accept(self, untrusted: object) -> str | None:
        """The page writes a colour in one way alone."""
        color: str | None = super().accept(untrusted)
        if color is not None and not _FROM_PAGE.fullmatch(color):
            raise ValueError(f"{color!r:.200} is no colour")
        return color

    def postprocess(self, value: Any) -> str | None:
        """Take a colour in any of the ways it is written; None and "" show none."""
        return None if value in (None, "") else as_hex(str(value))
