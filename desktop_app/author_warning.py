"""Warnings that point at the author's line, however deep inside this package they are found."""

from __future__ import annotations

import inspect
import warnings


def warn_author(message: str) -> None:
    """Warn, at the first line of the call stack that is not of this package, or of what makes its classes."""
    level, frame = 0, inspect.currentframe()
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] in ("desktop_app", "pydantic"):
        level, frame = level + 1, frame.f_back
    warnings.warn(message, stacklevel=level + 1)
