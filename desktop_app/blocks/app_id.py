"""The name that an app's folders go by."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from desktop_app.errors import DeclarationError

_PACKAGE = Path(__file__).resolve().parent.parent
_always: str | None = None


def of(given: str) -> str:
    """Return the app_id of blocks: what `always` says, else what their author gives, else what their script is called.

    Raises:
        DeclarationError: as `check` does.
    """
    return _always or (check(given) if given else of_calling_script())


@contextmanager
def always(app_id: str) -> Iterator[None]:
    """Within it, every app has this app_id, whatever its author says.

    Raises:
        DeclarationError: as `check` does.
    """
    global _always
    before, _always = _always, check(app_id)
    try:
        yield
    finally:
        _always = before


def check(app_id: str) -> str:
    """Return `app_id` if it can name a folder on every system.

    Raises:
        DeclarationError: if it holds anything but letters, digits, dots, dashes and underscores.
    """
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", app_id) or app_id.endswith("."):
        raise DeclarationError(
            f"app_id {app_id!r} cannot name a folder: use up to 64 letters, digits, dots, dashes and underscores"
        )
    return app_id


def of_calling_script() -> str:
    """Make an app_id from the file name of the author's module that is being run; it stays the same from run to run."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        file = frame.f_globals.get("__file__")
        if file and not is_ours(Path(file)) and not frame.f_globals.get("__name__", "").startswith("pydantic"):
            slug = re.sub(r"[^a-z0-9]+", "-", Path(file).stem.lower()).strip("-")
            return slug[:64] or "desktop-app"
        frame = frame.f_back
    return "desktop-app"


def is_ours(file: Path) -> bool:
    """Whether a file is of this package; the gallery's examples are authors' modules like any other."""
    return file.is_relative_to(_PACKAGE) and not file.is_relative_to(_PACKAGE / "gallery")
