"""Formatted text."""

from __future__ import annotations

import inspect
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field
from typing_extensions import TypedDict

from desktop_app.blocks.page_type import PageType
from desktop_app.components.own_buttons import Buttons, CopyButton, WithButtons
from desktop_app.events.event import Event


class Delimiter(TypedDict):
    """What stands around a formula; `display` gives it a line of its own."""

    left: Annotated[str, Field(min_length=1)]
    right: Annotated[str, Field(min_length=1)]
    display: bool


def _delimiters(given: object) -> object:
    return [Delimiter(left="$$", right="$$", display=True)] if given is None else given


Delimiters = Annotated[
    list[Delimiter] | None,
    BeforeValidator(_delimiters),
    PageType(list[Delimiter]),
]


class Markdown(WithButtons):
    """Text in Markdown, made safe before it is shown. Handlers get and return a `str`, or None for nothing.

    Code that says its language is shown in colours, formulas as KaTeX sets them.

    Args:
        value: the Markdown text; its common indentation is taken off.
        label: what it is called; only shown with `show_label` and `container`.
        show_label: True shows the label above it.
        rtl: True writes it from right to left.
        latex_delimiters: what stands around formulas, a list of dicts with `left`, `right` and `display` (whether the
            formula has a line of its own); None is `$$` for those, an empty list sets no formulas.
        sanitize_html: False leaves HTML in the text as it is; never for text that is not your own.
        line_breaks: True begins a new line where the text does.
        header_links: True puts a link to itself behind each heading. Links to "#a-heading" work with and without it.
        height: pixels, or a size in CSS; a longer text scrolls.
        max_height: the same, for a text that is as high as it needs to be up to there.
        min_height: the same, for a text that is at least that high.
        buttons: "copy" for one that copies the Markdown text, and Buttons to show at its top; by default none.
        container: True puts a frame around it.
        padding: True leaves some room around the text.

    Events:
        copy: the user has copied text, by the button or the keys. Tells it as `value`.
    """

    kind: ClassVar[str] = "markdown"
    page_value: ClassVar[Any] = str | None
    change: ClassVar[Event] = Event()
    copy: ClassVar[Event] = Event()

    value: Any = None
    _: KW_ONLY
    label: str | None = None
    show_label: bool | None = None
    min_width: int | None = None  # type: ignore[assignment]
    rtl: bool = False
    latex_delimiters: Delimiters = field(default_factory=lambda: [Delimiter(left="$$", right="$$", display=True)])
    sanitize_html: bool = True
    line_breaks: bool = False
    header_links: bool = False
    height: int | float | str | None = None
    max_height: int | float | str | None = None
    min_height: int | float | str | None = None
    buttons: CopyButton = field(default_factory=Buttons)
    container: bool = False
    padding: bool = False

    def postprocess(self, value: Any) -> str | None:
        """Any value is shown as its text; None shows nothing."""
        return None if value is None else inspect.cleandoc(str(value))
