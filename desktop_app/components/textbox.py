"""A field for text."""

from __future__ import annotations

from dataclasses import KW_ONLY, field
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from desktop_app.components.form_component import FormComponent
from desktop_app.components.input_html_attributes import InputHTMLAttributes
from desktop_app.components.own_buttons import Buttons, CopyButton, WithButtons
from desktop_app.events.event import Event


class Textbox(WithButtons, FormComponent):
    """A field for one or more lines of text. Handlers get and return a `str`.

    Args:
        value: the text it starts with.
        type: "text", "password" (the text is hidden) or "email".
        lines: how many lines it shows.
        max_lines: how many lines it grows to; None is 20 for a field of several lines, and no growth for one. In a
            field of several lines Enter begins another and Shift+Enter submits; in one that starts with a single line
            it is the other way round.
        placeholder: shown while it is empty.
        autofocus: True puts the cursor into it when the page is shown.
        autoscroll: True keeps the end in sight when a handler adds to a text whose end is in sight.
        text_align: "left" or "right"; None is where the text's script begins.
        rtl: True for a script that is written from right to left.
        buttons: "copy" for one that copies the text, and Buttons to show at its top; by default none.
        max_length: how many characters the user can enter; what a handler writes may be longer.
        submit_btn: True adds a button that submits, a text is what stands on it.
        stop_btn: True adds a button to stop what runs, a text is what stands on it; see the event `stop`.
        html_attributes: how the system is to help with entering the text.

    Events:
        submit: the user has pressed Enter, or the button.
        select: text was selected. Tells it as `value`, and its start and end as `index`.
        stop: the user has pressed the stop button.
        copy: the user has pressed the copy button. Tells the text as `value`.
    """

    kind: ClassVar[str] = "textbox"
    page_value: ClassVar[Any] = str | None
    change: ClassVar[Event] = Event()
    input: ClassVar[Event] = Event()
    submit: ClassVar[Event] = Event()
    focus: ClassVar[Event] = Event()
    blur: ClassVar[Event] = Event()
    select: ClassVar[Event] = Event(when_read_only=True)
    stop: ClassVar[Event] = Event()
    copy: ClassVar[Event] = Event(when_read_only=True)

    value: Any = None
    _: KW_ONLY
    type: Literal["text", "password", "email"] = "text"
    lines: Annotated[int, Field(ge=1)] = 1
    max_lines: Annotated[int, Field(ge=1)] | None = None
    placeholder: str | None = None
    autofocus: bool = False
    autoscroll: bool = True
    text_align: Literal["left", "right"] | None = None
    rtl: bool = False
    buttons: CopyButton = field(default_factory=Buttons)
    max_length: Annotated[int, Field(ge=0)] | None = None
    submit_btn: bool | str | None = False
    stop_btn: bool | str | None = False
    html_attributes: InputHTMLAttributes | None = None

    @property
    def masked(self) -> bool:
        """Whether its text is hidden."""
        return self.type == "password"

    def postprocess(self, value: Any) -> str | None:
        """Any value is shown as its text; None empties the field."""
        return None if value is None else str(value)


Text = Textbox
