"""Where a newly made block belongs: the layout that is open, if any.

In a handler none is, so making a component there declares nothing: it is an update to return.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.blocks.blocks import Blocks
    from desktop_app.blocks.layout import Layout

_open_layouts: ContextVar[tuple[Layout, ...]] = ContextVar("open_layouts", default=())


def open_layout() -> Layout | None:
    """Return the innermost `with` layout, or None outside of any."""
    layouts = _open_layouts.get()
    return layouts[-1] if layouts else None


def open_blocks() -> Blocks | None:
    """Return the innermost `with Blocks()`, or None outside of any."""
    from desktop_app.blocks.blocks import Blocks

    return next((layout for layout in reversed(_open_layouts.get()) if isinstance(layout, Blocks)), None)


def enter(layout: Layout) -> None:
    """Make `layout` the one that new blocks are put into."""
    _open_layouts.set((*_open_layouts.get(), layout))


def leave(layout: Layout) -> None:
    """Undo `enter(layout)`."""
    layouts = _open_layouts.get()
    if not layouts or layouts[-1] is not layout:
        raise RuntimeError("layouts were closed in another order than they were opened")
    _open_layouts.set(layouts[:-1])
