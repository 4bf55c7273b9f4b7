"""State of one session."""

from __future__ import annotations

import copy
from typing import Any, ClassVar

from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Event


class State(Component):
    """A value of any type that each session has for itself; the page never receives it.

    Args:
        value: what a session starts with: a value that is copied for each session, or a function called once in each.
        render: False leaves it out until `render()` is called.

    Raises:
        DeclarationError: if the value cannot be copied.

    Example:
        >>> cart = State([])
        >>> add.click(lambda item, cart: [*cart, item], [item, cart], cart)
    """

    kind: ClassVar[str] = "state"
    in_tree: ClassVar[bool] = False
    change: ClassVar[Event] = Event()

    value: Any = None

    def __post_init__(self) -> None:
        if not callable(self.value):
            try:
                self.value = copy.deepcopy(self.value)
            except Exception as error:
                raise DeclarationError(
                    f"State({type(self.value).__name__}) cannot be copied for each session ({error}). Give it a "
                    "function that makes the value, such as State(lambda: MyClass()), or keep objects in a dict of "
                    "your own by request.session_hash."
                ) from error
        super().__post_init__()

    def initial(self) -> Any:
        """Return the value that a new session starts with, its own from the first moment."""
        return self.value() if callable(self.value) else copy.deepcopy(self.value)
