"""The menu of a text in a WebKitGTK window: what one does with texts, and nothing of a browser's."""

from __future__ import annotations

from typing import Any

from gi.repository import Gtk as _gtk  # type: ignore[import-untyped]

from desktop_app.texts import text

Gtk: Any = _gtk


def show_text_menu(web_view: Any, _menu: Any, event: Any, hit: Any) -> bool:
    """Show our own menu on a field or on selected text; WebKit's is never shown."""
    editable = hit.context_is_editable()
    if not (editable or hit.context_is_selection()):
        return True
    menu = Gtk.Menu()
    for label, command in _entries(editable):
        item = Gtk.MenuItem(label=label)
        item.connect("activate", lambda _, command=command: web_view.execute_editing_command(command))
        menu.append(item)
    menu.attach_to_widget(web_view)
    menu.connect("selection-done", lambda menu: menu.destroy())
    menu.show_all()
    menu.popup_at_pointer(event)
    return True


def _entries(editable: bool) -> list[tuple[str, str]]:
    if not editable:
        return [(text("Copy"), "Copy")]
    return [
        (text("Cut"), "Cut"),
        (text("Copy"), "Copy"),
        (text("Paste"), "Paste"),
        (text("Select All"), "SelectAll"),
    ]
