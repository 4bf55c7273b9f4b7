"""The window that shows an app, as its listeners know it."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from desktop_app.blocks.block import Block
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Event

_COLOR_SCHEME = re.compile("light|dark")
_LANGUAGE = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")  # as BCP 47 writes them


class OwnWindow(Block):
    """What happens to the window that shows these blocks; each window runs the listeners with its own values.

    Events:
        closing: the user or the app wants to close it. What the listener returns decides: False keeps it open, a text
            is a question that the user is asked first ("Throw away your changes?"), anything else lets it close. The
            listener has no outputs. Whoever ends the process by a signal does not ask.
        drop: files were dropped on the window; the listener may take a `DropData` with their paths.
        color_scheme_change: the system has changed to "light" or "dark", which is the `value` of the `EventData`.
        language_change: the system's language is another, such as "de", which is the `value` of the `EventData`.

    Example:
        >>> @demo.window.closing(inputs=[text, saved])
        ... def may_close(text, saved):
        ...     return True if text == saved else "There are unsaved changes. Close all the same?"
    """

    kind: ClassVar[str] = "window"
    in_tree: ClassVar[bool] = False
    closing: ClassVar[Event] = Event(by_page=False, answers=True)
    drop: ClassVar[Event] = Event(by_page=False)
    color_scheme_change: ClassVar[Event] = Event(by_page=True)
    language_change: ClassVar[Event] = Event(by_page=True)

    def event_data(self, event: str, data: Any) -> str:
        """Take a look or a language."""
        known = _COLOR_SCHEME if event == "color_scheme_change" else _LANGUAGE
        if not isinstance(data, str) or not known.fullmatch(data):
            raise ValueError(f"it is no value of {event}")
        return data

    def _render(self, *, quiet: bool = False) -> OwnWindow:
        """It is what the page is in."""
        if quiet:
            return self
        raise DeclarationError("demo.window cannot be rendered: it is the window that shows the page.")
