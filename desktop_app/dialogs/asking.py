"""Asking the user of the window that a handler runs for."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from typing import Any

from desktop_app.app import App
from desktop_app.desktop.dialog import Dialog
from desktop_app.errors import DesktopAppError
from desktop_app.events.request import current_request
from desktop_app.windows.window import Window


def ask_user(function: str, dialog: Dialog) -> Any:
    """Show a dialog, wait for the answer and return it; None if the window is closed before there is one.

    Args:
        function: the public function that asks, for messages.
        dialog: what to ask.

    Raises:
        DesktopAppError: no app or no window is open, or it is called where it would hold up all `async` handlers.
    """
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        raise DesktopAppError(
            f"{function}() waits for the user, which would hold up every async handler; "
            f"write `await asyncio.to_thread(gr.{function}, …)`."
        )
    surface = _window(function).surface
    answer: Future[Any] = Future()
    if surface is None:
        return None
    activity = App.current().runner.activity
    in_a_handler = current_request.get() is not None

    def answered(value: Any) -> None:
        if in_a_handler:
            activity.user_answered()
        answer.set_result(value)

    if in_a_handler:
        activity.user_asked()
    surface.ask(dialog, answered)
    return answer.result()


def _window(function: str) -> Window:
    """Return the window that the handler runs for; elsewhere the newest one."""
    request = current_request.get()
    windows = App.current().windows
    if request is not None and request.window:
        windows = [window for window in windows if window.id == request.window]
    if not windows:
        raise DesktopAppError(f"{function}() has no window to ask in; it was closed, or none is open yet.")
    return windows[-1]
