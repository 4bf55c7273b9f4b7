"""One of several steps."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from desktop_app.blocks import context
from desktop_app.blocks.block import Visible, _Declared
from desktop_app.blocks.tab import Tab
from desktop_app.blocks.walkthrough import Walkthrough
from desktop_app.errors import DeclarationError

S = TypeVar("S", bound="Step")


class _Positional(_Declared):
    """The arguments that may be given without a name, in their order, which is before those of a block."""

    label: str | None = None
    visible: Visible = True
    interactive: bool = True


class Step(Tab, _Positional):
    """Show blocks while it is their turn; only inside a `Walkthrough`.

    Args:
        label: what it is called.
        interactive: False keeps the user from coming back to it.
        id: what `Walkthrough(selected=…)` calls it.
        scale: how much of a surrounding layout's free height it takes.
        render_children: True puts its blocks into the page at the start; by default they come with their turn.

    Events:
        select: it is shown now. Tells its `index`, and its label as `value`.

    Raises:
        DeclarationError: outside of a `Walkthrough`.

    Example:
        >>> with Blocks(), Walkthrough():
        ...     with Step("Photo"):
        ...         Button("Take it")
    """

    kind: ClassVar[str] = "step"

    label: str | None = None
    visible: Visible = True
    interactive: bool = True

    def _render(self: S, *, quiet: bool = False) -> S:
        layout = context.open_layout()
        if layout is not None and not isinstance(layout, Walkthrough):
            raise DeclarationError(f"{self.name} has to be inside `with Walkthrough():`.")
        return super()._render(quiet=quiet)
