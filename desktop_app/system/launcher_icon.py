"""What the program's icon shows, in a dock or a task bar."""

from __future__ import annotations

from desktop_app.app import App


def show_badge(count: int) -> None:
    """Show a number at the program's icon. A desktop that cannot shows nothing.

    Args:
        count: how many things wait for the user; 0 shows no number.

    Raises:
        ValueError: it is less than 0.
        DesktopAppError: no app is running.
    """
    if count < 0:
        raise ValueError(f"show_badge({count}): a badge counts from 0.")
    App.current().desk.show_badge(count)


def show_icon_progress(part: float | None) -> None:
    """Show at the program's icon how far something is. A desktop that cannot shows nothing.

    Args:
        part: from 0 to 1; None shows nothing any more.

    Raises:
        ValueError: it is less than 0 or more than 1.
        DesktopAppError: no app is running.
    """
    if part is not None and not 0 <= part <= 1:
        raise ValueError(f"show_icon_progress({part}): it goes from 0 to 1, or is None.")
    App.current().desk.show_progress(part)
