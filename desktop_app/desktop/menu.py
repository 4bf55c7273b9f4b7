"""The menu bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from webview.menu import Menu, MenuAction, MenuSeparator


def menu(new_window: Callable[[], Any], quit_app: Callable[[], Any]) -> list[Menu]:
    """Return the menus of every window; their actions run on threads of their own."""
    return [Menu("File", [MenuAction("New Window", new_window), MenuSeparator(), MenuAction("Quit", quit_app)])]
