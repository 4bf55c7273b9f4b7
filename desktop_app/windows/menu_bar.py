"""The menu bar of a window: the standard menus, and the author's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from desktop_app.blocks.menu import Menu, MenuItem
from desktop_app.blocks.shortcut import Shortcut
from desktop_app.desktop.menu_entry import Editing, MenuEntry
from desktop_app.texts import text
from desktop_app.windows.window import Window

if TYPE_CHECKING:
    from desktop_app.session.session import Session

Entries = list[MenuEntry | None]
LISTED = 20  # windows at most; a longer menu would serve nobody


class Actions(Protocol):
    """What menus do with the app."""

    @property
    def windows(self) -> list[Window]:
        """Those that are open."""

    @property
    def can_reopen(self) -> bool:
        """Whether there is a closed window to open again."""

    @property
    def can_inspect(self) -> bool:
        """Whether the user may open the state inspector."""

    def open_window(self) -> object:
        """Open another window."""

    def reopen_window(self) -> object:
        """Open the window again that was closed last."""

    def open_inspector(self) -> object:
        """Show the state inspector."""

    def show_about(self, window: Window) -> object:
        """Say what this is."""

    def close(self) -> object:
        """Close all windows."""


def menu_bar(window: Window, session: Session | None, actions: Actions) -> list[MenuEntry]:
    """Return the menus of a window as they are now; the author's own have their shortcuts before the standard ones.

    Args:
        window: whose bar it is.
        session: the one that it shows; None while its page loads, which leaves the author's entries grey.
        actions: what the standard entries do.
    """
    if window.blocks.menu is False:
        return []
    standard: dict[str, Entries] = {
        "File": _file(window, actions),
        "Edit": _edit(),
        "View": _view(window, actions),
        "Window": _window(window, actions),
        "Help": [_entry(text("About {title}", title=window.blocks.title), partial(actions.show_about, window))],
    }
    labels = {"File": text("File"), "Edit": text("Edit"), "View": text("View"), "Window": text("Window")} | {
        "Help": text("Help")
    }
    own = [_menu(menu, session) for menu in window.blocks.menus]
    taken = {shortcut for menu in own for shortcut in _shortcuts(menu)}
    menus = {name: replace(_without(entries, taken), label=labels[name]) for name, entries in standard.items()}
    others = []
    for menu in own:
        name = next((name for name in menus if menu.label in (name, labels[name])), None)
        if name is None:
            others.append(menu)
        else:
            line = (None,) if menu.entries else ()
            menus[name] = replace(menus[name], entries=(*(menu.entries or ()), *line, *(menus[name].entries or ())))
    return [menus["File"], menus["Edit"], menus["View"], *others, menus["Window"], menus["Help"]]


def _file(window: Window, actions: Actions) -> Entries:
    return [
        _entry(text("New Window"), actions.open_window, "Ctrl+N"),
        replace(
            _entry(text("Reopen Closed Window"), actions.reopen_window, "Ctrl+Shift+T"), enabled=actions.can_reopen
        ),
        None,
        _entry(text("Close Window"), window.close, "Ctrl+W"),
        _entry(text("Quit"), actions.close, "Ctrl+Q"),
    ]


def _edit() -> Entries:
    def entry(label: str, editing: Editing, keys: str) -> MenuEntry:
        return MenuEntry(label, editing=editing, shortcuts=(Shortcut.parse(keys),))

    return [
        entry(text("Undo"), "undo", "Ctrl+Z"),
        entry(text("Redo"), "redo", "Ctrl+Shift+Z"),
        None,
        entry(text("Cut"), "cut", "Ctrl+X"),
        entry(text("Copy"), "copy", "Ctrl+C"),
        entry(text("Paste"), "paste", "Ctrl+V"),
        None,
        entry(text("Select All"), "select_all", "Ctrl+A"),
    ]


def _view(window: Window, actions: Actions) -> Entries:
    def natural_size() -> None:
        window.zoom = 1.0

    return [
        _entry(text("Reload"), window.reload, "Ctrl+R", "F5"),
        None,
        _entry(text("Zoom In"), window.zoom_in, "Ctrl++", "Ctrl+="),
        _entry(text("Zoom Out"), window.zoom_out, "Ctrl+-"),
        _entry(text("Natural Size"), natural_size, "Ctrl+0"),
        None,
        _entry(text("Full Screen"), window.toggle_full_screen, "F11"),
        *(
            [None, _entry(text("State Inspector"), actions.open_inspector, "Ctrl+Shift+D")]
            if actions.can_inspect
            else []
        ),
    ]


def listed(windows: Sequence[Window]) -> Sequence[Window]:
    """Return those that the menus of all windows name; each names its own as well."""
    return windows[:LISTED]


def _window(window: Window, actions: Actions) -> Entries:
    named = list(listed(actions.windows))
    if window not in named:
        named.append(window)
    return [
        _entry(text("Minimize"), window.minimize, "Ctrl+M"),
        _entry(text("Maximize"), lambda: window.restore() if window.state == "maximized" else window.maximize()),
        None,
        *[replace(_entry(each.title, each.to_front), checked=each is window) for each in named],
    ]


def _entry(label: str, action: Callable[[], object], *keys: str) -> MenuEntry:
    return MenuEntry(label, action, tuple(map(Shortcut.parse, keys)))


def _menu(menu: Menu, session: Session | None) -> MenuEntry:
    return MenuEntry(menu.label, entries=tuple(_visible(menu.items, session)))


def _visible(items: Sequence[MenuItem | Menu | None], session: Session | None) -> Entries:
    entries: Entries = []
    for item in items:
        if isinstance(item, Menu):
            entries.append(_menu(item, session))
        elif item is None:
            entries.append(None)
        else:
            view = session.values.view(item) if session else item
            if view.visible is True:
                entries.append(_own(item, view, session))
    return entries


def _own(item: MenuItem, view: MenuItem, session: Session | None) -> MenuEntry:
    return MenuEntry(
        view.label,
        partial(session.choose, item) if session else None,
        (Shortcut.parse(view.shortcut),) if view.shortcut else (),
        enabled=view.interactive and session is not None,
        checked=view.checked,
    )


def _shortcuts(entry: MenuEntry | None) -> set[Shortcut]:
    if entry is None:
        return set()
    return {*entry.shortcuts, *(shortcut for each in entry.entries or () for shortcut in _shortcuts(each))}


def _without(entries: Entries, taken: set[Shortcut]) -> MenuEntry:
    """Return a menu of these whose shortcuts are not those that are taken."""
    left = [
        entry and replace(entry, shortcuts=tuple(each for each in entry.shortcuts if each not in taken))
        for entry in entries
    ]
    return MenuEntry("", entries=tuple(left))
