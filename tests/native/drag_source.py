"""python -m tests.native.drag_source URI: another program's window, from which the URI can be dragged.

It prints "ready" when it can be, and "done" or "failed" when it was dropped.
"""

from __future__ import annotations

import sys
from typing import Any

import gi  # type: ignore[import-untyped]

gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # type: ignore[import-untyped]  # noqa: E402


def main(uri: str) -> None:
    """Show the window until the process is ended."""
    window = Gtk.Window(title="Drag source")
    window.set_default_size(200, 100)
    box = Gtk.EventBox()
    box.add(Gtk.Label(label="drag me"))
    box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY | Gdk.DragAction.LINK)
    box.drag_source_add_uri_targets()
    box.connect("drag-data-get", lambda _, context, data, *more: data.set_uris([uri]))
    failed: list[bool] = []

    def fail(*_: Any) -> bool:
        failed.append(True)
        return False

    box.connect("drag-failed", fail)
    box.connect("drag-end", lambda *_: print("failed" if failed else "done", flush=True))
    window.add(box)
    window.show_all()
    window.connect("map-event", lambda *_: print("ready", flush=True))
    Gtk.main()


if __name__ == "__main__":
    main(sys.argv[1])
