"""The name that an app's folders go by."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import FrameType

from desktop_app.errors import DeclarationError

_PACKAGE = Path(__file__).resolve().parent.parent


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
        if file and not _is_ours(Path(file)) and not frame.f_globals.get("__name__", "").startswith("pydantic"):
            slug = re.sub(r"[^a-z0-9]+", "-", Path(file).stem.lower()).strip("-")
            return slug[:64] or "desktop-app"
        frame = frame.f_back
    return "desktop-app"


def _is_ours(file: Path) -> bool:
    """The gallery's examples are authors' modules like any other; the rest of the package is not."""
    return file.is_relative_to(_PACKAGE) and not file.is_relative_to(_PACKAGE / "gallery")
