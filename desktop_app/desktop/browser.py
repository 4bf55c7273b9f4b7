"""The system's own programs for links."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import threading
import webbrowser

from desktop_app.desktop.program_environment import program_environment

log = logging.getLogger("desktop_app.desktop")


def open_in_browser(url: str) -> None:
    """Open a link that was checked, in the system's browser or mail program, without waiting for it."""
    # Some of these programs end when the browser does: never wait for one, least of all at exit.
    threading.Thread(target=_open, args=(url,), name="open-link", daemon=True).start()


def _open(url: str) -> None:
    if not _opened(url):
        log.warning("a link could not be opened: the system knows no program for it, or that program has failed")


def _opened(url: str) -> bool:
    if sys.platform == "win32":
        os.startfile(url)  # noqa: S606  (the scheme was checked: no program of the page's choice can start)
        return True
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None:
        return webbrowser.open(url)
    quiet = subprocess.DEVNULL
    done = subprocess.run(  # noqa: S603  (no shell, and the link begins with its scheme)
        [program, url], check=False, env=program_environment(), stdin=quiet, stdout=quiet, stderr=quiet
    )
    return done.returncode == 0
