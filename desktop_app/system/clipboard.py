"""The text in the clipboard."""

from __future__ import annotations

from concurrent.futures import Future

from desktop_app.app import App

LONGEST_WAIT = 5.0  # seconds for the program that has the text


def read_clipboard() -> str | None:
    """Return the text in the clipboard.

    Returns:
        The text, or None if there is none.

    Raises:
        DesktopAppError: no app is running.
        TimeoutError: the program that has the text does not give it.
    """
    text: Future[str | None] = Future()
    App.current().desk.read_clipboard(text.set_result)
    return text.result(LONGEST_WAIT)


def write_clipboard(text: str) -> None:
    """Put a text into the clipboard, soon; returns at once.

    Args:
        text: what the clipboard has then.

    Raises:
        DesktopAppError: no app is running.
    """
    App.current().desk.write_clipboard(text)
