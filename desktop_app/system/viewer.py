"""Showing a file in the program that the system has for it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

from desktop_app.desktop.program_environment import program_environment
from desktop_app.errors import DesktopAppError


def open_in_system(path: str | Path) -> None:
    """Open a file or a folder in the program that the system has for it; returns without waiting for that.

    Args:
        path: of what there is; never a link.

    Raises:
        FileNotFoundError: there is no such file or folder.
        DesktopAppError: the system has nothing that opens files.
    """
    found = Path(path).expanduser().resolve(strict=True)
    if sys.platform == "win32":
        os.startfile(found)  # noqa: S606
        return
    command = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        process = subprocess.Popen(  # noqa: S603  (an absolute path, and no shell)
            [command, str(found)], env=program_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
    except FileNotFoundError:
        raise DesktopAppError(f"{command} is missing, which opens files; on Debian it comes with xdg-utils.") from None
    threading.Thread(target=process.wait, name="open-in-system", daemon=True).start()
