"""The window that shows an app, as its listeners know it."""

from __future__ import annotations

from typing import ClassVar

from desktop_app.blocks.block import Block
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Event


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
    color_scheme_change: ClassVar[Event] = Event(by_page=False)
    language_change: ClassVar[Event] = Event(by_page=False)

    def _render(self, *, quiet: bool = False) -> OwnWindow:
        """It is what the page is in."""
        if quiet:
            return self
        raise DeclarationError("demo.window cannot be rendered: it is the window that shows the page.")
