"""Several apps, each in a tab."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator

from desktop_app.blocks.blocks import Blocks
from desktop_app.blocks.declared import Declared
from desktop_app.blocks.tab import Tab
from desktop_app.blocks.tabs import Tabs
from desktop_app.components.markdown import Markdown
from desktop_app.errors import DeclarationError

Title = Annotated[str, BeforeValidator(lambda title: "" if title is None else title)]


class _Positional(Declared):
    """The arguments that may be given without a name, in their order, which is before those of Blocks."""

    interface_list: Any
    tab_names: Sequence[str] | None = None
    title: Title = ""
    analytics_enabled: Any = None


class TabbedInterface(Blocks, _Positional):
    """Show several interfaces, or other blocks, one tab for each.

    Args:
        interface_list: what is shown; each is in one place alone.
        tab_names: what the tabs are called; by default "Tab 0" and so on.
        title: the title of the window, and a heading; Markdown.

    Raises:
        DeclarationError: there are none, or not as many names.

    Example:
        >>> upper = Interface(str.upper, "text", "text")
        >>> lower = Interface(str.lower, "text", "text")
        >>> TabbedInterface([upper, lower], ["Upper case", "Lower case"]).launch()
    """

    title: Title = ""
    analytics_enabled: Any = None

    def __post_init__(self) -> None:
        interfaces = list(self.interface_list) if isinstance(self.interface_list, list | tuple) else []
        names = [f"Tab {number}" for number in range(len(interfaces))] if self.tab_names is None else self.tab_names
        if not interfaces or not all(isinstance(each, Blocks) for each in interfaces):
            raise DeclarationError(
                f"TabbedInterface(interface_list={self.interface_list!r}): give it a list of Blocks."
            )
        if len(names) != len(interfaces):
            raise DeclarationError(f"TabbedInterface has {len(interfaces)} interface(s), but {len(names)} tab_names.")
        heading, self.title = self.title, self.title or Blocks.title
        super().__post_init__()
        with self:
            if heading:
                Markdown(f"# {' '.join(heading.split())}")
            with Tabs():
                for name, interface in zip(names, interfaces, strict=True):
                    with Tab(name):
                        interface.render()

    @classmethod
    @cache
    def page_names(cls) -> frozenset[str]:
        """Return those of Blocks; the page hears nothing else of it."""
        return Blocks.page_names()
