"""The menu bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from webview.menu import Menu, MenuAction, MenuSeparator


def menu(
    new_window: Callable[[], Any], reopen_window: Callable[[], Any] | None, quit_app: Callable[[], Any]
) -> list[Menu]:
    """Return the menus of every window; their actions run on threads of their own."""
    entries = [MenuAction("New Window", new_window)]
    if reopen_window is not None:
        entries.append(MenuAction("Reopen Closed Window", reopen_window))
    return [Menu("File", [*entries, MenuSeparator(), MenuAction("Quit", quit_app)])]
