"""Short messages to the user of the window whose handler is running."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal, Protocol

from desktop_app.errors import DesktopAppError
from desktop_app.texts import text

Kind = Literal["error", "warning", "info", "success"]


@dataclass(frozen=True)
class Toast:
    """A message that goes by itself after `duration` seconds; None keeps it until it is closed."""

    kind: Kind
    title: str
    message: str
    duration: float | None = 10


class Audience(Protocol):
    """Who sees the toasts of the handler that is running."""

    def toast(self, toast: Toast) -> None:
        """Show it."""


audience: ContextVar[Audience | None] = ContextVar("audience", default=None)


def Info(message: str = "Info issued.", duration: float | None = 10, visible: bool = True, title: str = "Info") -> None:
    """Show the user a note. Call it in a handler.

    Args:
        message: what the user reads; plain text.
        duration: seconds; None keeps it until it is closed.
        visible: False does nothing, for a condition in the call.
        title: the heading above the message.

    Raises:
        DesktopAppError: outside of a handler.
    """
    _show(Toast("info", text("Info") if title == "Info" else title, message, duration), visible)


def Warning(
    message: str = "Warning issued.", duration: float | None = 10, visible: bool = True, title: str = "Warning"
) -> None:
    """Show the user a warning. Call it in a handler.

    Args:
        message: as for `Info`.
        duration: as for `Info`.
        visible: as for `Info`.
        title: as for `Info`.

    Raises:
        DesktopAppError: outside of a handler.
    """
    _show(Toast("warning", text("Warning") if title == "Warning" else title, message, duration), visible)


def Success(
    message: str = "Success.", duration: float | None = 10, visible: bool = True, title: str = "Success"
) -> None:
    """Tell the user that something went well. Call it in a handler.

    Args:
        message: as for `Info`.
        duration: as for `Info`.
        visible: as for `Info`.
        title: as for `Info`.

    Raises:
        DesktopAppError: outside of a handler.
    """
    _show(Toast("success", text("Success") if title == "Success" else title, message, duration), visible)


def _show(toast: Toast, visible: bool) -> None:
    to = audience.get()
    if to is None:
        raise DesktopAppError(f"There is no window to show {toast.message!r} in: call it in a handler.")
    if visible:
        to.toast(toast)
