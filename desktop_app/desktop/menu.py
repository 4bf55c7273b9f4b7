"""The menu bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from webview.menu import Menu, MenuAction, MenuSeparator

from desktop_app.texts import text


def menu(
    new_window: Callable[[], Any], reopen_window: Callable[[], Any] | None, quit_app: Callable[[], Any]
) -> list[Menu]:
    """Return the menus of every window; their actions run on threads of their own."""
    entries = [MenuAction(text("New Window"), new_window)]
    if reopen_window is not None:
        entries.append(MenuAction(text("Reopen Closed Window"), reopen_window))
    return [Menu(text("File"), [*entries, MenuSeparator(), MenuAction(text("Quit"), quit_app)])]
