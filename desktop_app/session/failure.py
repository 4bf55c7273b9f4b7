"""What the user and the log hear of a handler that failed."""

from __future__ import annotations

import logging

from desktop_app.errors import Error, HandlerError, StoreError
from desktop_app.events.toast import Toast
from desktop_app.private import Private
from desktop_app.session.shown_text import without_folders
from desktop_app.texts import text

log = logging.getLogger("desktop_app")


def failure(name: str, error: Exception, where: str = "") -> Toast | None:
    """Log that the handler `name` failed, and return what to show the user; None for nothing.

    The user sees what the author wrote for them, and of anything else neither traceback nor path.
    """
    if isinstance(error, Error):
        if error.print_exception:
            log.warning("%s() stopped with: %s", name, Private(error.message))
        title = text("Error") if error.title == "Error" else error.title
        return Toast("error", title, error.message, error.duration) if error.visible else None
    if isinstance(error, HandlerError | StoreError):
        log.error("%s() could not write or read a value", name, exc_info=error)
        message = str(error) if not where or f"{name}()" in str(error) else f"{error} ({where})"
        return Toast("error", text("Error"), without_folders(message))
    log.error("%s() failed", name, exc_info=error)
    message = text("Something went wrong in {name}. The log has the details.", name=name)
    return Toast("error", text("Error"), message)
