"""Where a newly made block belongs: the layout that is open, and whether a handler is running."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.blocks.blocks import Blocks
    from desktop_app.blocks.layout import Layout

_open_layouts: ContextVar[tuple[Layout, ...]] = ContextVar("open_layouts", default=())
_in_handler: ContextVar[bool] = ContextVar("in_handler", default=False)


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


@contextmanager
def running_handler() -> Iterator[None]:
    """While it lasts, making a component makes an update to return, and declares nothing."""
    token = _in_handler.set(True)
    try:
        yield
    finally:
        _in_handler.reset(token)


def in_handler() -> bool:
    """Tell whether a handler is running in this context."""
    return _in_handler.get()
