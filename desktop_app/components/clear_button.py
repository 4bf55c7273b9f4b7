"""A button that empties components."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY
from typing import Any, ClassVar, Literal, TypeVar

from desktop_app.blocks.block import Block
from desktop_app.components.button import Button
from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError
from desktop_app.events.listen import as_blocks, make_listener
from desktop_app.state.session_state import State
from desktop_app.texts import text

B = TypeVar("B", bound="ClearButton")


class ClearButton(Button):
    """A button that empties the components it is given; a State gets the value it started with.

    Args:
        components: what it empties, a component or a list of them; `add` names more.
        value: the text on it.
        api_name: what code that runs its listener calls it.
        api_visibility: who may run its listener: "public", "private" or "undocumented".

    Raises:
        DeclarationError: for something that has no value.

    Example:
        >>> with Blocks():
        ...     name = Textbox(label="Name")
        ...     ClearButton(name)
    """

    python_only: ClassVar[frozenset[str]] = Button.python_only | {"components", "api_name", "api_visibility"}

    components: Any = None
    _: KW_ONLY
    value: Any = "Clear"
    api_name: str | None = None
    api_visibility: Literal["public", "private", "undocumented"] = "undocumented"

    def __post_init__(self) -> None:
        self.components = _checked(self.components)
        if self.value == "Clear":
            self.value = text("Clear")
        super().__post_init__()

    def declared(self) -> None:
        """Listen to its own press."""
        super().declared()
        self._listen(self.components)

    def add(self: B, components: Component | Sequence[Component]) -> B:
        """Name more components that it empties.

        Args:
            components: a component or a list of them.

        Returns:
            The button.

        Raises:
            DeclarationError: for something that has no value.
        """
        more = _checked(components)
        self.components = [*self.components, *more]
        if self.declared_in is not None:
            self._listen(more)
        return self

    def _listen(self, components: list[Component]) -> None:
        if not components or self.declared_in is None:
            return

        def clear() -> dict[Block, Any]:
            return {component: _empty(component) for component in components}

        listener = make_listener(
            [self.click],
            clear,
            None,
            components,
            api_name=self.api_name,
            api_visibility=self.api_visibility,
            show_progress="hidden",
        )
        self.declared_in.attach(listener)


def _checked(components: Any) -> list[Component]:
    found: list[Component] = []
    for block in as_blocks(components, "component"):
        if not isinstance(block, Component):
            raise DeclarationError(f"{block.name} has no value that a ClearButton could empty.")
        found.append(block)
    return found


def _empty(component: Block) -> Any:
    return component.initial() if isinstance(component, State) else None
