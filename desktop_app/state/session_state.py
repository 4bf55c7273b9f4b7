"""State of one session."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import KW_ONLY
from typing import Annotated, Any, ClassVar

from pydantic import Field

from desktop_app.blocks.declared import Declared
from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Event
from desktop_app.state.form import Form


class _Positional(Declared):
    """The arguments that may be given without a name, in their order, which is before those of a block."""

    value: Any = None
    render: Any = True


class State(Component, _Positional):
    """A value of any type that each session has for itself; the page never receives it.

    Args:
        value: what a session starts with: a value that is copied for each session, or a function called once in each.
            A pydantic model makes the state typed.
        time_to_live: seconds after the last write until the value is deleted and the state starts anew, also while the
            session of a closed window is kept; None is without end.
        delete_callback: gets the value when it is deleted, once: when it expires, when the window closes or reloads, or
            when the app ends. It runs on a thread of its own and delays nobody.
        type: any type that pydantic knows; every write is checked against it.

    Raises:
        DeclarationError: the value cannot be copied, or is not of the type.

    Example:
        >>> cart = State([])
        >>> add.click(lambda item, cart: [*cart, item], [item, cart], cart)
    """

    kind: ClassVar[str] = "state"
    in_tree: ClassVar[bool] = False
    computed: ClassVar[bool] = False
    verb: ClassVar[str] = "hold"
    change: ClassVar[Event] = Event()

    value: Any = None
    render: Any = True
    _: KW_ONLY
    time_to_live: Annotated[float, Field(gt=0)] | None = None
    delete_callback: Callable[[Any], Any] | None = None
    type: Any = None

    def __post_init__(self) -> None:
        self.form = Form(self.value, self.type, stored=False)
        if not callable(self.value):
            self.value = self._checked_copy()
        super().__post_init__()

    def _checked_copy(self) -> Any:
        try:
            return self.form.check(copy.deepcopy(self.value))
        except ValueError as error:
            raise DeclarationError(f"State({self.value!r:.200}): {error}") from error
        except Exception as error:
            raise DeclarationError(
                f"State({self.value.__class__.__name__}) cannot be copied for each session ({error}). Give it a "
                "function that makes the value, such as State(lambda: MyClass()), or keep objects in a dict of "
                "your own by request.session_hash."
            ) from error

    def initial(self) -> Any:
        """Return the value that a new session starts with, its own from the first moment."""
        return self.form.check(self.value()) if callable(self.value) else copy.deepcopy(self.value)

    def postprocess(self, value: Any) -> Any:
        """Take what the type allows.

        Raises:
            ValueError: it is not of the type.
        """
        return self.form.check(value)
