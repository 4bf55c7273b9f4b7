"""The menu bar of a GTK window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from gi.repository import Gdk as _gdk  # type: ignore[import-untyped]
from gi.repository import Gtk as _gtk

from desktop_app.blocks.shortcut import Shortcut
from desktop_app.desktop.menu_entry import Editing, MenuEntry, with_mnemonics

Gdk: Any = _gdk
Gtk: Any = _gtk
COMMANDS: dict[Editing, str] = {
    "undo": "Undo",
    "redo": "Redo",
    "cut": "Cut",
    "copy": "Copy",
    "paste": "Paste",
    "select_all": "SelectAll",
}
_KEYS = {"Plus": "plus", "Minus": "minus", "PageUp": "Page_Up", "PageDown": "Page_Down", "Enter": "Return"} | {
    "Backspace": "BackSpace", "Space": "space"
}  # fmt: skip


class GtkMenuBar:
    """Stands above the page in a window, and has the window's shortcuts.

    Args:
        window: the `Gtk.Window`, which holds the page alone so far.
        web_view: the page.
        chosen: is given the action of the entry that the user chose.
    """

    def __init__(self, window: Any, web_view: Any, chosen: Callable[[Callable[[], object]], None]) -> None:
        self._window = window
        self._web_view = web_view
        self._chosen = chosen
        self._keys: Any = None
        page = window.get_child()
        window.remove(page)
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        self._bar = Gtk.MenuBar()
        box.pack_start(self._bar, False, False, 0)
        box.pack_start(page, True, True, 0)
        window.add(box)

    def show(self, menus: Sequence[MenuEntry]) -> None:
        """Show these menus in place of those that were there; none hides the bar."""
        for old in self._bar.get_children():
            old.destroy()
        if self._keys is not None:  # after the entries that have keys of it
            self._window.remove_accel_group(self._keys)
        self._keys = Gtk.AccelGroup()
        self._window.add_accel_group(self._keys)
        for entry, label in zip(menus, with_mnemonics(menus, "_"), strict=True):
            item = self._item(entry)
            item.set_use_underline(True)
            item.set_label(label)
            self._bar.append(item)
        self._bar.set_no_show_all(not menus)
        self._bar.set_visible(bool(menus))

    def _item(self, entry: MenuEntry | None) -> Any:
        if entry is None:
            item = Gtk.SeparatorMenuItem()
        else:
            item = Gtk.MenuItem(label=entry.label) if entry.checked is None else Gtk.CheckMenuItem(label=entry.label)
            item.set_sensitive(entry.enabled)
            if entry.checked is not None:
                item.set_active(entry.checked)
            self._connect(item, entry)
        item.show_all()
        return item

    def _connect(self, item: Any, entry: MenuEntry) -> None:
        if entry.entries is not None:
            menu = Gtk.Menu()
            for each in entry.entries:
                menu.append(self._item(each))
            item.set_submenu(menu)
        elif entry.editing is not None:
            command = COMMANDS[entry.editing]
            item.connect("activate", lambda _: self._web_view.execute_editing_command(command))
            if entry.shortcuts:
                item.get_child().set_accel(*_keys(entry.shortcuts[0]))
        elif entry.action is not None:
            action = entry.action
            item.connect("activate", lambda _: self._chosen(action))
            for shortcut in entry.shortcuts:
                item.add_accelerator("activate", self._keys, *_keys(shortcut), Gtk.AccelFlags.VISIBLE)


def _keys(shortcut: Shortcut) -> tuple[int, Any]:
    masks = Gdk.ModifierType
    held = {
        "Ctrl": masks.CONTROL_MASK,
        "Alt": masks.MOD1_MASK,
        "Shift": masks.SHIFT_MASK,
        "Meta": masks.SUPER_MASK,
    }
    modifiers = masks(0)
    for name in shortcut.modifiers:
        modifiers |= held[name]
    key = shortcut.key
    if len(key) == 1:
        return Gdk.unicode_to_keyval(ord(key.lower())), modifiers
    return Gdk.keyval_from_name(_KEYS.get(key, key)), modifiers
