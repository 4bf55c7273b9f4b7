"""Warnings that point at the author's line, however deep inside this package they are found."""

from __future__ import annotations

import inspect
import warnings
from types import FrameType


def warn_author(message: str) -> None:
    """Warn, at the first line of the call stack that is not of this package, or a constructor made by `dataclass`."""
    level, frame = 0, inspect.currentframe()
    while frame is not None and (_is_ours(frame) or _is_made(frame)):
        level, frame = level + 1, frame.f_back
    warnings.warn(message, stacklevel=level + 1)


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__")).partition(".")[0] == "desktop_app"


def _is_made(frame: FrameType) -> bool:
    """Whether it is the constructor of an author's own component, which counts as the author's module."""
    return frame.f_code.co_filename == "<string>" and frame.f_code.co_name == "__init__"
