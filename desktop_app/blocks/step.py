"""One of several steps."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from desktop_app.blocks import context
from desktop_app.blocks.layout import Layout
from desktop_app.blocks.tab import Tab
from desktop_app.blocks.walkthrough import Walkthrough

S = TypeVar("S", bound="Step")


class Step(Tab):
    """Show blocks while it is their turn. Steps that follow each other outside of a `Walkthrough` get one together.

    Args:
        label: what it is called.
        interactive: False keeps the user from coming back to it.
        id: what `Walkthrough(selected=…)` calls it.
        scale: how much of a surrounding layout's free height it takes.
        render_children: True puts its blocks into the page at the start; by default they come with their turn.

    Events:
        select: it is shown now. Tells its `index`, and its label as `value`.

    Example:
        >>> with Blocks(), Walkthrough():
        ...     with Step("Photo"):
        ...         Button("Take it")
    """

    kind: ClassVar[str] = "step"

    def _render(self: S, *, quiet: bool = False) -> S:
        layout = context.open_layout()
        if layout is None or isinstance(layout, Walkthrough):
            return super()._render(quiet=quiet)
        with _walkthrough_around(layout, self.key):
            return super()._render(quiet=quiet)


class _WalkthroughOfTheirOwn(Walkthrough):
    """The walkthrough around steps that were declared without."""


def _walkthrough_around(layout: Layout, key: Any) -> Walkthrough:
    shown = [block for block in layout.children if block.in_tree]
    if shown and isinstance(shown[-1], _WalkthroughOfTheirOwn):
        return shown[-1]
    return _WalkthroughOfTheirOwn(key=None if key is None else ("walkthrough", key))
