"""Steps, which are taken one after the other."""

from __future__ import annotations

import warnings
from types import TracebackType
from typing import ClassVar

from desktop_app.blocks.layout import Layout
from desktop_app.blocks.tabs import Tabs


class Walkthrough(Tabs):
    """Show one step at a time: the user goes back to those that are done, and a listener goes on to the next.

    Args:
        selected: the `id` of the step that is shown, or its number from 0; by default the first one.

    Events:
        change: another step is shown now.
        select: the user went back to a step. Like `change` it tells which: `index`, and its label as `value`.

    Example:
        >>> with Blocks(), Walkthrough() as steps:
        ...     with Step("Photo", id="photo"):
        ...         Button("Next").click(lambda: Walkthrough(selected="text"), outputs=steps)
        ...     with Step("Text", id="text"):
        ...         Textbox()
    """

    kind: ClassVar[str] = "walkthrough"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        Layout.__exit__(self, kind, error, trace)
        for child in self.children:
            if child.in_tree and child.kind != "step":
                warnings.warn(f"{child.name} is shown below all steps; put it into a Step.", stacklevel=2)
