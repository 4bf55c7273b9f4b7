"""Menus by pywebview's public interface: one bar for all windows, made at the start, without shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from webview.menu import Menu, MenuAction, MenuSeparator

from desktop_app.desktop.menu_entry import MenuEntry

Place = tuple[int, ...]  # of an entry: that of its menu, then its own in there


def stock_menus(entries: Sequence[MenuEntry | None], choose: Callable[[Place], None], place: Place = ()) -> list[Any]:
    """Return pywebview's menus for these.

    Args:
        entries: what is to be shown; what edits text is left out, as the system's own menus have it.
        choose: is called with the place of the entry that the user has chosen.
        place: where the entries are.
    """
    shown: list[Any] = []
    for number, entry in enumerate(entries):
        here = (*place, number)
        if entry is None:
            shown.append(MenuSeparator())
        elif entry.entries is not None:
            shown.append(Menu(entry.label, stock_menus(entry.entries, choose, here)))
        elif entry.editing is None:
            shown.append(MenuAction(entry.label, partial(choose, here)))
    return shown


def entry_at(entries: Sequence[MenuEntry | None], place: Place) -> MenuEntry | None:
    """Return the entry at a place, None if there is none now."""
    found: MenuEntry | None = None
    for number in place:
        found = entries[number] if number < len(entries) else None
        entries = (found.entries or ()) if found is not None else ()
    return found
