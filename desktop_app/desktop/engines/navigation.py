"""Where a window may go: to our page, and nowhere else."""

from __future__ import annotations

import logging
from urllib.parse import unquote, urlsplit

from desktop_app.private import Private

logger = logging.getLogger("desktop_app.desktop")


def is_our_page(url: str, page_url: str) -> bool:
    """Whether both name the same document, whatever their fragment and way of quoting."""
    return _document(url) == _document(page_url)


def is_our_file(url: str, page_url: str) -> bool:
    """Whether `url` is our page, or what a script of the page has made of its address by `history.pushState`."""
    return _document(url)[:3] == _document(page_url)[:3]


def refuse(url: str) -> None:
    """Log that the page, or something that was dropped on it, wanted to go elsewhere."""
    logger.warning("The page wanted to go to %s; windows show their own page only.", Private(_short(url)))


def say_left(url: str) -> None:
    """Log that a window shows something else than our page, against every lock, and is brought back."""
    logger.error(
        "A window has left its page for %s; nothing is heard there, and the page is loaded again.", Private(_short(url))
    )


def _short(url: str) -> str:
    """A URL without what may be a secret, and without what could write log lines of its own."""
    parts = urlsplit(url)
    if parts.scheme.lower() in ("http", "https", "file"):
        url = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
    elif parts.scheme.lower() != "about":
        url = f"{parts.scheme}:…"
    return repr(url[:200])


def _document(url: str) -> tuple[str, str, str, str]:
    parts = urlsplit(url)
    return parts.scheme.lower(), parts.netloc.lower(), unquote(parts.path), parts.query
