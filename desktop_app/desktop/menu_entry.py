"""A menu bar as the native side shows it."""

from __future__ import annotations

from collections.abc import Callable
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
