"""Notifications of the desktop."""

from __future__ import annotations

from desktop_app.app import App


def notify(title: str, body: str = "") -> None:
    """Show a notification of the desktop, which is seen also when the windows are not; returns at once.

    A desktop without notifications shows none, and the log says so.

    Args:
        title: what it says first.
        body: the rest.

    Raises:
        DesktopAppError: no app is running.
    """
    App.current().desk.notify(title, body)
