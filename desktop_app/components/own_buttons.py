"""Buttons that a component is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator

from desktop_app.blocks import context
from desktop_app.blocks.block import Block
from desktop_app.blocks.layout import Layout
from desktop_app.blocks.page_type import PageType
from desktop_app.components.button import Button
from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError

W = TypeVar("W", bound="WithButtons")


class Buttons(list[str]):
    """The names of the buttons that the page has by itself, and the author's own beside them."""

    own: Sequence[Button] = ()


class Choice:
    """Checks which buttons a component is to have.

    Args:
        names: those that the page has for it.
        default: which of them there are when nothing is said.
    """

    def __init__(self, *names: str, default: Sequence[str] = ()) -> None:
        self._names = names
        self._default = default

    def __call__(self, given: Any = None) -> Buttons:
        """Return the buttons that were given.

        Raises:
            ValueError: for what is no button.
        """
        if isinstance(given, str) or not isinstance(given, Sequence | None):
            raise ValueError("buttons have to be a list")
        for each in given or ():
            if each not in self._names and not isinstance(each, Button):
                known = f"neither {', '.join(map(repr, self._names))} nor" if self._names else "not"
                raise ValueError(f"{each!r} is {known} a Button")
        buttons = Buttons(self._default if given is None else [each for each in given if each in self._names])
        buttons.own = given.own if isinstance(given, Buttons) else [b for b in given or () if isinstance(b, Button)]
        return buttons


NAMES = PageType(list[str])
OwnButtons = Annotated[Any, BeforeValidator(Choice()), NAMES]
CopyButton = Annotated[Any, BeforeValidator(Choice("copy")), NAMES]


class WithButtons(Component):
    """The base of components with Buttons of the author's in their head.

    Args:
        buttons: Buttons to show at its top; they stand there and nowhere else. An update cannot bring others.
    """

    _: KW_ONLY
    buttons: OwnButtons = field(default_factory=Buttons)

    def declared(self) -> None:
        """Take its buttons in.

        Raises:
            DeclarationError: one of them is another component's, or of another app.
        """
        super().declared()
        blocks = context.open_blocks()
        for button in self.buttons.own:
            if button.tool and button.parent is not self:
                raise DeclarationError(f"{button.name} is a button of {button.parent} already; one has one place.")
            if button.declared_in not in (None, blocks):
                raise DeclarationError(f"{button.name} was made elsewhere; make it where {self.name} is made.")
            if not button.tool and isinstance(button.parent, Layout):
                button.parent.children.remove(button)
            button.parent, button.tool = self, True
            if blocks is not None and button.declared_in is None:
                blocks.register(button)

    def inside(self) -> Sequence[Block]:
        """Return its buttons."""
        return [*super().inside(), *self.buttons.own]

    def changed(self: W, properties: Mapping[str, object]) -> W:
        """Return a copy with other properties; its Buttons stay.

        Raises:
            DeclarationError: also for a Button that it did not have.
        """
        clone = super().changed(properties)
        if any(button not in self.buttons.own for button in clone.buttons.own):
            raise DeclarationError(f"{self.name} has other Buttons; show and hide them by their own `visible`.")
        clone.buttons.own = self.buttons.own
        return clone
