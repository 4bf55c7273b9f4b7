"""Variables of the environment that hold for a moment."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

CHROMIUM_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"


@contextmanager
def environment(name: str, value: str | None) -> Iterator[None]:
    """Let a variable have a value, None for none; afterwards it is as it was, whatever has happened to it meanwhile."""
    before = os.environ.get(name)
    _set(name, value)
    try:
        yield
    finally:
        _set(name, before)


@contextmanager
def chromium_flags(more: str = "") -> Iterator[None]:
    """Add flags to those that the user gives Chromium; what others add meanwhile does not stay.

    pywebview adds some for the whole process: one grants camera and microphone without asking, and on some systems one
    takes the sandbox away.
    """
    given = os.environ.get(CHROMIUM_FLAGS)
    with environment(CHROMIUM_FLAGS, f"{given or ''} {more}".strip() or None):
        yield


def _set(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value
