"""Menus of the author's in a window's menu bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from desktop_app.blocks.block import Block
from desktop_app.blocks.shortcut import Shortcut
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Event


def _readable(shortcut: str | None) -> str | None:
    if shortcut is not None:
        Shortcut.parse(shortcut)
    return shortcut


class MenuItem(Block):
    """An entry of a menu. A handler changes it by returning `MenuItem(…)` for it.

    Args:
        label: what it says.
        shortcut: keys that choose it, such as "Ctrl+Shift+S" or "F5"; on macOS "Ctrl" is the Command key. One that a
            standard entry has is taken from that.
        checked: True or False shows a mark or room for one; None is an entry without.
        interactive: False shows it greyed.
        visible: False leaves it out.

    Events:
        click: the user has chosen it.

    Raises:
        DeclarationError: the shortcut cannot be read.

    Example:
        >>> wrap = MenuItem("Wrap Lines", shortcut="Alt+Z", checked=True)
        >>> with Blocks(menu=[Menu("View", [wrap])]) as demo:
        ...     wrap.click(toggle, None, wrap)
    """

    kind: ClassVar[str] = "menu-item"
    in_tree: ClassVar[bool] = False
    click: ClassVar[Event] = Event(by_page=False)

    label: str = ""
    _: KW_ONLY
    shortcut: Annotated[str | None, AfterValidator(_readable)] = None
    checked: bool | None = None
    interactive: bool = True

    def _render(self, *, quiet: bool = False) -> MenuItem:
        """Its place is in a menu, not in the page."""
        if quiet:
            return self
        raise DeclarationError(f"{self.name} goes into Blocks(menu=[Menu(…, [item])]), not into the page.")


class Menu:
    """A menu of the menu bar, or one inside another.

    Args:
        label: what it says. The items of a menu that is called like a standard one (File, Edit, View, Window, Help)
            come first in that one.
        items: what is in it: a `MenuItem`, a `Menu`, or None for a line between others.

    Raises:
        DeclarationError: something else is among the items.
    """

    def __init__(self, label: str, items: Sequence[MenuItem | Menu | None]) -> None:
        for item in items:
            if item is not None and not isinstance(item, MenuItem | Menu):
                raise DeclarationError(
                    f"Menu({label!r}) has {item!r} among its items; it takes MenuItem, Menu, and None for a line."
                )
        self.label = label
        self.items = tuple(items)

    def __iter__(self) -> Iterator[MenuItem]:
        """Give all entries, also those of menus inside."""
        for item in self.items:
            if isinstance(item, Menu):
                yield from item
            elif item is not None:
                yield item


def as_menus(given: object) -> list[Menu]:
    """Return the menus that `Blocks(menu=…)` was given.

    Raises:
        DeclarationError: it is no list of menus.
    """
    if given is None or given is False:
        return []
    if isinstance(given, Menu):
        return [given]
    if not isinstance(given, list | tuple) or not all(isinstance(menu, Menu) for menu in given):
        raise DeclarationError(f"Blocks(menu={given!r}): give a list of Menu, or False for no menu bar.")
    return list(given)
