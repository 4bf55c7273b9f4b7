"""The menu bar of a Qt window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PyQt6 import QtGui as _gui
from PyQt6 import QtWebEngineCore as _web

from desktop_app.blocks.shortcut import Shortcut
from desktop_app.desktop.menu_entry import Editing, MenuEntry, with_mnemonics

gui: Any = _gui
Action: Any = _web.QWebEnginePage.WebAction
COMMANDS: dict[Editing, Any] = {
    "undo": Action.Undo,
    "redo": Action.Redo,
    "cut": Action.Cut,
    "copy": Action.Copy,
    "paste": Action.Paste,
    "select_all": Action.SelectAll,
}
_KEYS = {"Plus": "+", "Minus": "-", "PageUp": "PgUp", "PageDown": "PgDown", "Enter": "Return", "Escape": "Esc"} | {
    "Delete": "Del", "Insert": "Ins"
}  # fmt: skip


class QtMenuBar:
    """Stands above the page in a window, and has the window's shortcuts.

    Args:
        window: the `QMainWindow`.
        web_view: the page.
        chosen: is given the action of the entry that the user chose.
    """

    def __init__(self, window: Any, web_view: Any, chosen: Callable[[Callable[[], object]], None]) -> None:
        self._bar = window.menuBar()
        self._web_view = web_view
        self._chosen = chosen

    def show(self, menus: Sequence[MenuEntry]) -> None:
        """Show these menus in place of those that were there; none hides the bar."""
        old = self._bar.actions()
        self._bar.clear()
        for each in old:
            if each.menu() is not None:
                each.menu().deleteLater()  # with its entries and their shortcuts
        for entry, label in zip(menus, with_mnemonics(menus, "&"), strict=True):
            self._add(self._bar, entry, label)
        self._bar.setVisible(bool(menus))

    def _add(self, parent: Any, entry: MenuEntry | None, label: str | None = None) -> None:
        if entry is None:
            parent.addSeparator()
            return
        label = label or entry.label.replace("&", "&&")
        if entry.entries is not None:
            menu = parent.addMenu(label)
            menu.setEnabled(entry.enabled)
            for each in entry.entries:
                self._add(menu, each)
            return
        if entry.editing is not None and entry.shortcuts:  # shown only: the page has these keys itself
            label = f"{label}\t{_keys(entry.shortcuts[0]).toString(gui.QKeySequence.SequenceFormat.NativeText)}"
        action = parent.addAction(label)
        action.setEnabled(entry.enabled)
        action.setMenuRole(gui.QAction.MenuRole.NoRole)
        if entry.checked is not None:
            action.setCheckable(True)
            action.setChecked(entry.checked)
        self._connect(action, entry)

    def _connect(self, action: Any, entry: MenuEntry) -> None:
        if entry.editing is not None:
            command = COMMANDS[entry.editing]
            action.triggered.connect(lambda: self._web_view.page().triggerAction(command))
        elif entry.action is not None:
            chosen = entry.action
            action.setShortcuts([_keys(shortcut) for shortcut in entry.shortcuts])
            action.triggered.connect(lambda: self._chosen(chosen))


def _keys(shortcut: Shortcut) -> Any:
    return gui.QKeySequence("+".join([*shortcut.modifiers, _KEYS.get(shortcut.key, shortcut.key)]))
