"""Blocks side by side."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import ClassVar, Literal

from desktop_app.blocks.block import Visible
from desktop_app.blocks.layout import Layout
from desktop_app.events.update import Update


class Row(Layout):
    """Show blocks side by side; they wrap where the window is too narrow.

    Args:
        variant: "default", "panel" (a background of its own) or "compact" (no gaps).
        scale: how much of a surrounding row's free width it takes, beside its neighbours.
        height: pixels, or a size in CSS such as "50vh"; what does not fit is scrolled to.
        max_height: the same, for a row that is as high as it needs to be up to there.
        min_height: the same, for a row that is at least that high.
        equal_height: True makes all of them as high as the highest.
        show_progress: True shows the progress of listeners that have the row as an output.

    Example:
        >>> with Blocks(), Row():
        ...     Button("Back")
        ...     Button("Next")
    """

    kind: ClassVar[str] = "row"
    python_only: ClassVar[frozenset[str]] = Layout.python_only | {"show_progress"}

    _: KW_ONLY
    variant: Literal["default", "panel", "compact"] = "default"
    scale: int | None = None
    height: int | float | str | None = None
    max_height: int | float | str | None = None
    min_height: int | float | str | None = None
    equal_height: bool = False
    show_progress: bool = False

    @staticmethod
    def update(visible: Visible | None = None) -> Update:
        """Return it from a handler to show or hide the row; None leaves it as it is.

        Args:
            visible: as for the row.
        """
        return Update({} if visible is None else {"visible": visible})
