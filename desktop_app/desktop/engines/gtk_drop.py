"""Files that are dropped on a GTK window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from gi.repository import GLib as _glib  # type: ignore[import-untyped]
from gi.repository import Gtk as _gtk

GLib: Any = _glib
Gtk: Any = _gtk


def take_dropped_files(web_view: Any, dropped: Callable[[list[Path]], None]) -> None:
    """Have `dropped` called with the files that are dropped on a page; the page never hears of them.

    Anything else that is dropped, such as text on a field, stays the page's.
    """
    dragged: list[Path] = []  # WebKit asks for what is dragged while it is above the page

    def received(_: Any, context: Any, x: int, y: int, data: Any, *more: object) -> None:
        uris = data.get_uris()
        if uris:
            dragged[:] = [path for uri in uris if (path := _path(uri)) is not None]

    def drop(_: Any, context: Any, x: int, y: int, time: int) -> bool:
        if not dragged or not any(target.name() == "text/uri-list" for target in context.list_targets()):
            return False
        files = dragged.copy()
        dragged.clear()
        Gtk.drag_finish(context, True, False, time)
        dropped(files)
        return True

    web_view.connect("drag-data-received", received)
    web_view.connect("drag-drop", drop)


def _path(uri: str) -> Path | None:
    try:
        name, _ = GLib.filename_from_uri(uri)
    except GLib.Error:  # it is no file
        return None
    return Path(name)
