"""One of several pages of a window."""

from __future__ import annotations

import re
from types import TracebackType
from typing import ClassVar

from desktop_app.blocks import context
from desktop_app.blocks.layout import Layout


class Page(Layout):
    """A page of its own, which a link in the window's navigation bar shows; see `Blocks.route`.

    Args:
        title: what the link says.
        path: names the page in links.
        show_in_navbar: False leaves the link out.
    """

    kind: ClassVar[str] = "page"

    title: str
    path: str
    show_in_navbar: bool = True

    def __enter__(self) -> Page:
        if self.declared_in is not None:
            context.enter(self.declared_in)
        context.enter(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        context.leave(self)
        if self.declared_in is not None:
            self.declared_in.__exit__(kind, error, trace)


def path_of(name: str, path: str | None) -> str:
    """Return how links name a page: by its path without slashes around it, or by its name."""
    return (path if path is not None else re.sub(r"\s+", "-", name.lower())).strip("/")
