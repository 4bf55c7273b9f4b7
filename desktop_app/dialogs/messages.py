"""Dialogs that say or ask something."""

from __future__ import annotations

import typing
from collections.abc import Sequence
from typing import Literal

from desktop_app.desktop.dialog import Question
from desktop_app.dialogs.asking import ask_user
from desktop_app.errors import DesktopAppError
from desktop_app.texts import text

Kind = Literal["info", "warning", "error"]


def show_message(title: str, message: str = "", *, kind: Kind = "info") -> None:
    """Say something in a dialog, and return when the user has closed it.

    Args:
        title: what it says first.
        message: the rest, as plain text.
        kind: how it looks.

    Raises:
        DesktopAppError: there is no such kind, no window is open, or it is called in an `async` handler (use
            `await asyncio.to_thread(show_message, …)`).
    """
    if kind not in typing.get_args(Kind):
        raise DesktopAppError(f"show_message(kind={kind!r}); use one of {', '.join(typing.get_args(Kind))}.")
    ask_user("show_message", Question(kind, title, message, (text("OK"),)))


def ask(
    title: str,
    message: str = "",
    *,
    buttons: Sequence[str] | None = None,
    default: str | None = None,
    cancel: str | None = None,
) -> str | None:
    """Ask the user something and wait for the answer.

    Args:
        title: the question.
        message: what there is to say of it, as plain text.
        buttons: what the user can answer, the most to the point first; by default Yes and No in the user's language.
        default: the one that Enter presses; by default the first.
        cancel: the one that Escape presses; by default the last.

    Returns:
        The text of the button, or None if the window is closed before there is an answer.

    Raises:
        DesktopAppError: there are no buttons, two are the same, or `default` or `cancel` is none of them; no window is
            open, or it is called in an `async` handler (use `await asyncio.to_thread(ask, …)`).

    Example:
        >>> if ask("Delete this note?", buttons=["Delete", "Keep"]) == "Delete":
        ...     delete()
    """
    choices = tuple(buttons) if buttons is not None else (text("Yes"), text("No"))
    if not choices or len(set(choices)) < len(choices) or not all(choices):
        raise DesktopAppError(f"ask(buttons={list(choices)!r}): give one or more texts, each once.")
    for name, chosen in {"default": default, "cancel": cancel}.items():
        if chosen is not None and chosen not in choices:
            raise DesktopAppError(f"ask({name}={chosen!r}) is none of the buttons {list(choices)!r}.")
    answer: str | None = ask_user("ask", Question("question", title, message, choices, default or "", cancel or ""))
    return answer
