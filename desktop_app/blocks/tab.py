"""One of several tabs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, InitVar, field
from typing import Any, ClassVar, TypeVar

from desktop_app.blocks import context
from desktop_app.blocks.block import Visible
from desktop_app.blocks.declared import Declared
from desktop_app.blocks.layout import Layout
from desktop_app.blocks.tabs import Tabs
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Event

T = TypeVar("T", bound="Tab")


class _Positional(Declared):
    """The arguments that may be given without a name, in their order, which is before those of a block."""

    label: str | None = None
    visible: Visible = True
    interactive: bool = True


class Tab(Layout, _Positional):
    """Show blocks while their tab is selected. Tabs that follow each other outside of `Tabs` get one together.

    Args:
        label: what it is called.
        interactive: False keeps the user from selecting it.
        id: what `Tabs(selected=…)` calls it.
        scale: how much of a surrounding layout's free height it takes.
        render_children: True puts its blocks into the page at the start; by default they come when it is selected for
            the first time.

    Events:
        select: it is selected now. Tells its `index`, and its label as `value`.

    Example:
        >>> with Blocks():
        ...     with Tab("Text"):
        ...         Textbox()
        ...     with Tab("Number"):
        ...         Number()
    """

    kind: ClassVar[str] = "tab"
    select: ClassVar[Event] = Event()

    label: str | None = None
    visible: Visible = True
    interactive: bool = True
    _: KW_ONLY
    id: InitVar[int | str | None] = None  # a block's own `id` is the page's, so the author's has another name
    tab_id: int | str | None = field(init=False, default=None)
    scale: int | None = None
    render_children: bool = False

    def __post_init__(self, id: int | str | None) -> None:  # noqa: A002 - as the author writes it
        self.tab_id = id
        super().__post_init__()

    def _render(self: T, *, quiet: bool = False) -> T:
        layout = context.open_layout()
        if layout is None or isinstance(layout, Tabs):
            return super()._render(quiet=quiet)
        with _tabs_around(layout, self.key):
            return super()._render(quiet=quiet)

    def given(self) -> dict[str, Any]:
        """Return the arguments that were given, without the id, which stays."""
        return {name: value for name, value in super().given().items() if name != "id"}

    def changed(self: T, properties: Mapping[str, object]) -> T:
        """Return a copy with other properties.

        Raises:
            DeclarationError: also for another id.
        """
        if "id" in properties:
            raise DeclarationError(f"{self.name} keeps its id; only its other properties can be changed.")
        return super().changed(properties)


class _TabsOfTheirOwn(Tabs):
    """The tabs around those that were declared without."""


def _tabs_around(layout: Layout, key: Any) -> Tabs:
    shown = [block for block in layout.children if block.in_tree]
    if shown and isinstance(shown[-1], _TabsOfTheirOwn):
        return shown[-1]
    return _TabsOfTheirOwn(key=None if key is None else ("tabs", key))


TabItem = Tab
