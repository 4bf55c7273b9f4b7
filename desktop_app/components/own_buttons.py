"""Buttons that a component is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator

from desktop_app.blocks.block import Block
from desktop_app.components.button import Button
from desktop_app.components.component import Component


def _checked(buttons: Sequence[Any] | None) -> Sequence[Any] | None:
    for button in buttons or ():
        if not isinstance(button, Button):
            raise ValueError(f"{button!r} is not a Button")
    return buttons


Buttons = Annotated[Sequence[Any] | None, AfterValidator(_checked)]


def place_behind(block: Block, buttons: Sequence[Any] | None) -> None:
    """Show those of the buttons that have no place yet (`render=False`) where `block` is, behind it."""
    for button in buttons or ():
        if isinstance(button, Button) and button.parent is None and block.parent is not None:
            block.parent.add(button)


class WithButtons(Component):
    """The base of components that show Buttons of the author's behind them.

    Args:
        buttons: Buttons to show below it.
    """

    python_only: ClassVar[frozenset[str]] = Component.python_only | {"buttons"}

    _: KW_ONLY
    buttons: Buttons = None

    def declared(self) -> None:
        """Show its buttons as well."""
        super().declared()
        place_behind(self, self.buttons)
