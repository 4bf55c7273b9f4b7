"""A menu bar as the native side shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_app.blocks.shortcut import Shortcut

Editing = Literal["undo", "redo", "cut", "copy", "paste", "select_all"]


@dataclass(frozen=True)
class MenuEntry:
    """An entry of a menu, or a menu.

    Args:
        label: what it says.
        action: what choosing it does.
        shortcuts: keys that choose it; the first is shown.
        enabled: False shows it greyed.
        checked: whether it has a mark; None is an entry without.
        editing: in place of an action, what is done to the text that has the focus; the page has these keys itself.
        entries: what is in it, if it is a menu; None is a line.
    """

    label: str
    action: Callable[[], object] | None = None
    shortcuts: tuple[Shortcut, ...] = ()
    enabled: bool = True
    checked: bool | None = None
    editing: Editing | None = None
    entries: tuple[MenuEntry | None, ...] | None = None


def with_mnemonics(menus: Sequence[MenuEntry], mark: str) -> list[str]:
    """Return the labels of the menus in a bar, with a mark before the letter that opens each together with Alt.

    Args:
        menus: those of the bar; letters that are in a shortcut with Alt alone are left to that.
        mark: what a toolkit has for it; in a label itself it is doubled.
    """
    taken = {each.key for menu in menus for each in _shortcuts(menu) if each.modifiers == ("Alt",)}
    labels = []
    for menu in menus:
        letter = next((each for each in menu.label if each.isalnum() and each.upper() not in taken), None)
        label = menu.label.replace(mark, mark * 2)
        if letter is not None:
            taken.add(letter.upper())
            label = label.replace(letter, mark + letter, 1)
        labels.append(label)
    return labels


def _shortcuts(entry: MenuEntry) -> list[Shortcut]:
    inner = [shortcut for each in entry.entries or () if each is not None for shortcut in _shortcuts(each)]
    return [*entry.shortcuts, *inner]
