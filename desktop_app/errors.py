"""The errors an app author or a user meets.

DesktopAppError
├── DeclarationError      the app is declared wrongly (also a TypeError, as Python's own would be)
├── HandlerError          a handler returned what its outputs cannot take
├── Error                 raised by a handler on purpose: its message is shown to the user
├── PageMissing           the page was not built into the package
├── AlreadyRunning        a second app was started in one process
├── NotAnswering          the app runs in another process, which does not answer
├── StoreError            what is stored could not be read or written
├── WrongSecret           what is stored was encrypted with another secret
├── NotBundled            no program could be made of a script
└── StillRunning          a time-out passed while handlers were running
"""

from __future__ import annotations

from typing import ClassVar


class DesktopAppError(Exception):
    """The base of every error of this package.

    Attributes:
        without_values: whether its message never holds a value of the user's, so that it may stay in a log's file.
    """

    without_values: ClassVar[bool] = False


class DeclarationError(DesktopAppError, TypeError):
    """A component, layout or listener was declared with something it cannot take."""


class HandlerError(DesktopAppError):
    """A handler returned too few values, or a value that its output cannot show."""


class Error(DesktopAppError):
    """Raise it in a handler to show the user a message; the outputs stay as they are.

    Args:
        message: what the user reads.
        duration: seconds until the message goes by itself; None keeps it until it is closed.
        visible: False raises the error without showing it.
        title: the heading above the message.
        print_exception: False keeps the error out of the log.

    Example:
        >>> def divide(a, b):
        ...     if b == 0:
        ...         raise Error("Divide by something other than zero.")
        ...     return a / b
    """

    def __init__(
        self,
        message: str = "Error raised.",
        duration: float | None = 10,
        visible: bool = True,
        title: str = "Error",
        print_exception: bool = True,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.duration = duration
        self.visible = visible
        self.title = title
        self.print_exception = print_exception


class PageMissing(DesktopAppError):
    """The built page is not in the package, so no window can be shown."""


class AlreadyRunning(DesktopAppError):
    """An app runs in this process already; one process holds one app."""


class NotAnswering(DesktopAppError):
    """The app runs in another process already, and that one does not open a window."""


class StoreError(DesktopAppError):
    """What is stored could not be read or written; the message says why, and what to do."""

    without_values = True


class WrongSecret(DesktopAppError):
    """What is stored was encrypted with another secret or for another entry, or was changed since."""


class NotBundled(DesktopAppError):
    """No program could be made of a script; the message says why, and nothing was left behind."""


class StillRunning(DesktopAppError, TimeoutError):
    """Something did not finish in time; the message names what still runs."""

    without_values = True
