"""The links to a window's pages."""

from __future__ import annotations

from dataclasses import KW_ONLY, field
from typing import Any, ClassVar, Literal

from desktop_app.components.component import Component
from desktop_app.events.event import Event
from desktop_app.texts import text

Links = list[tuple[str, str]]


class Navbar(Component):
    """The bar with a link to each page, for its look and more links; without it there is one by itself.

    Args:
        value: more links, pairs of a name and where it leads: the path of a page, or a URL that the system's browser
            opens.
        main_page_name: what the link to the first page says; False leaves it out.

    Events:
        change: a handler has changed its links.

    Example:
        >>> with Blocks() as demo:
        ...     Navbar(main_page_name="Start", value=[("Help", "https://example.org/help")])
        >>> with demo.route("Settings"):
        ...     Textbox(label="Name")
    """

    kind: ClassVar[str] = "navbar"
    page_value: ClassVar[Any] = Links
    change: ClassVar[Event] = Event()

    value: Any = None
    _: KW_ONLY
    main_page_name: str | Literal[False] = field(default_factory=lambda: text("Home"))

    def postprocess(self, value: Any) -> Links:
        """Take a list of pairs; None is none."""
        links = [] if value is None else [tuple(link) for link in value]
        for link in links:
            if len(link) != 2 or not all(isinstance(part, str) for part in link):
                raise ValueError("its links are pairs of a name and a path or URL")
        return [(name, target if "://" in target else target.strip("/")) for name, target in links]
