"""Where a window may go: to our page, and nowhere else."""

from __future__ import annotations

import logging
import threading
import webbrowser
from urllib.parse import unquote, urlsplit

from desktop_app.private import Private

logger = logging.getLogger("desktop_app.desktop")

_FOR_THE_BROWSER = {"http", "https", "mailto"}


def is_our_page(url: str, page_url: str) -> bool:
    """Whether both name the same document, whatever their fragment and way of quoting."""
    return _document(url) == _document(page_url)


def refuse(url: str, *, clicked: bool) -> None:
    """A page wants to leave: hand a web link that the user clicked to the browser, log anything else."""
    if clicked and urlsplit(url).scheme.lower() in _FOR_THE_BROWSER:
        open_external(url)
    else:
        logger.warning("The page wanted to go to %.200s; windows show their own page only.", Private(url))


def open_external(url: str) -> None:
    """Open a web or mail link in the system's browser, without waiting for it."""
    if urlsplit(url).scheme.lower() not in _FOR_THE_BROWSER:
        raise ValueError(f"only web and mail links open in the browser, not {url[:200]}")
    # Some browsers answer only when they end: never wait for one on the GUI thread or at exit.
    threading.Thread(target=webbrowser.open, args=(url,), name="open-external", daemon=True).start()


def _document(url: str) -> tuple[str, str, str, str]:
    parts = urlsplit(url)
    return parts.scheme.lower(), parts.netloc.lower(), unquote(parts.path), parts.query
