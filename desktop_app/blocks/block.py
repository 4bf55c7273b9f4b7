"""The base of everything an author declares: its properties are the typed fields of its class."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, field, fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BeforeValidator

from desktop_app.blocks import context
from desktop_app.blocks.declared import Declared, checked
from desktop_app.blocks.page_type import PageType
from desktop_app.errors import DeclarationError

if TYPE_CHECKING:
    from desktop_app.blocks.blocks import Blocks
    from desktop_app.events.event import Event

B = TypeVar("B", bound="Block")
Visible = bool | Literal["hidden"]
_ids = itertools.count(1)


def _as_list(classes: object) -> object:
    if classes is None:
        return []
    return [classes] if isinstance(classes, str) else classes


Names = Annotated[list[str], BeforeValidator(_as_list)]
Classes = Annotated[list[str] | str, BeforeValidator(_as_list), PageType(list[str])]


class Block(Declared):
    """A component or a layout, as the author declared it.

    A declaration holds no live data: what a user types or a handler writes is kept by the session.

    Args:
        visible: True shows it, False keeps it out of the page, "hidden" keeps it in the page unseen.
        elem_id: the `id` of its element in the page.
        elem_classes: the classes of its element in the page, a list or one name.
        render: False leaves it out until `render()` is called.
        key: inside `render`, a block of the same key is the same one when it is rendered again.
        preserved_by_key: the properties that such a block keeps, one name or a list; a component keeps its value.
    """

    kind: ClassVar[str]
    in_tree: ClassVar[bool] = True  # False: the page never hears of it
    remembered: ClassVar[str | None] = None  # the property that the user changes in the page, as by opening it
    python_only: ClassVar[frozenset[str]] = frozenset(
        {"render", "key", "preserved_by_key"}
    )  # fields the page does not need

    _: KW_ONLY
    visible: Visible = True
    elem_id: str | None = None
    elem_classes: Classes = field(default_factory=list)
    render: Any = True
    key: Any = None
    preserved_by_key: Names = field(default_factory=list)

    def __post_init__(self) -> None:
        self._given: frozenset[str] = frozenset()
        self.id = next(_ids)
        self.parent: Block | None = None  # a layout, or the component whose head it is in
        self.declared_in: Blocks | None = None
        self.variable: str | None = None  # the name that a script gives it, where somebody asks for that
        wanted, self.render = self.render, self._render
        if wanted:
            self._render(quiet=True)

    def _render(self: B, *, quiet: bool = False) -> B:
        """Put the block where the innermost open layout is.

        Raises:
            DeclarationError: outside of any `with Blocks()`, or when it is in a layout already.
        """
        layout = context.open_layout()
        if layout is None:
            if quiet:
                return self
            raise DeclarationError(f"{self.name} can only be rendered inside `with Blocks():`.")
        if self.parent is not None:
            raise DeclarationError(f"{self.name} is in the page already; one block has one place.")
        layout.add(self)
        return self

    def declared(self) -> None:
        """Called once the block has its place in a `Blocks`; a subclass may complete itself from there."""

    def inside(self) -> Sequence[Block]:
        """Return the blocks that are shown inside of it."""
        return ()

    @property
    def name(self) -> str:
        """How messages call it: its class, and its label or elem_id if it has one."""
        label = getattr(self, "label", None) or self.elem_id
        return f"{type(self).__name__} '{label}'" if label else type(self).__name__

    def given(self) -> dict[str, Any]:
        """Return the arguments that were given, by name: what an update made in a handler changes."""
        return {name: getattr(self, name) for name in self._given if name not in ("render", "key", "preserved_by_key")}

    def changed(self: B, properties: Mapping[str, object]) -> B:
        """Return a copy with other properties, each checked as the constructor checks it.

        Raises:
            DeclarationError: for a property it does not have, or a value that property cannot take.
        """
        clone = copy.copy(self)
        vars(clone).update(checked(type(self), properties, self._field_names()))
        return clone

    @classmethod
    @cache
    def page_names(cls) -> frozenset[str]:
        """Return the names of the properties that the page needs to show it; none if it never hears of it."""
        return frozenset(f.name for f in fields(cls) if f.name not in cls.python_only) if cls.in_tree else frozenset()

    def event_data(self, event: str, data: Any) -> Any:
        """Return what an event of the page's carries, for a handler that asks for it.

        Args:
            event: what happened.
            data: what the page says of it, which is not to be trusted.

        Raises:
            ValueError: the page could not have said that.
        """
        return data

    @classmethod
    @cache
    def known_events(cls) -> dict[str, Event]:
        """Return the events that blocks of this class have, by name."""
        from desktop_app.events.event import Event

        return {
            name: event for c in reversed(cls.__mro__) for name, event in vars(c).items() if isinstance(event, Event)
        }

    def __repr__(self) -> str:
        return f"<{self.name}>"
