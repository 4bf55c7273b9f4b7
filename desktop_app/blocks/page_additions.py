"""What an author adds to the page: styles, scripts, and elements of its head."""

from __future__ import annotations

import html
import warnings
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from desktop_app.errors import DeclarationError

_KEPT = {"style", "meta"}
_OUTER = {"html", "head", "body"}


class PageAdditions:
    """Collects what goes into the page.

    Attributes:
        theme: the style sheet of the theme, before the author's own.
        css: one style sheet of all.
        head: HTML for the head, without scripts.
        head_scripts: what its scripts were; what they define is there for all others.
        scripts: code that runs when the page is shown, in this order, behind those.
    """

    def __init__(self) -> None:
        self.theme = ""
        self.css = ""
        self.head = ""
        self.head_scripts: list[str] = []
        self.scripts: list[str] = []

    def add(
        self, css: str | None, css_paths: Iterable[Path], js: str | None, head: str | None, head_paths: Iterable[Path]
    ) -> None:
        """Add some of each.

        Raises:
            DeclarationError: a file cannot be read.
        """
        self.css += "".join(f"{text}\n" for text in (css, *map(_read, css_paths)) if text)
        for text in (head, *map(_read, head_paths)):
            if text:
                head, scripts = without_scripts(text)
                self.head += head
                self.head_scripts += scripts
        if js:
            self.scripts.append(js)


def without_scripts(head: str) -> tuple[str, list[str]]:
    """Return HTML for the head without its scripts, and their code; warn of what the page would have to load."""
    parser = _Head()
    parser.feed(head)
    parser.close()
    return parser.html, parser.scripts


class _Head(HTMLParser):
    """Takes the scripts out, which go another way, and what the page would have to load."""

    def __init__(self) -> None:
        super().__init__()
        self.html = ""
        self.scripts: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        source = dict(attrs).get("src") if tag == "script" else None
        if tag == "script" and source is None:
            self.scripts.append("")
        elif tag in _KEPT:
            given = "".join(f' {name}="{html.escape(value or "")}"' for name, value in attrs)
            self.html += f"<{tag}{given}>"
        elif tag not in _OUTER:
            what = f"<{tag} src={source}>" if source else f"<{tag}>"
            warnings.warn(
                f"head: {what} is left out. The page loads nothing from elsewhere; write styles and scripts into it.",
                stacklevel=2,
            )
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script" and self.scripts:
            self.scripts[-1] += data
        elif self._inside == "style":
            self.html += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self.html += "</style>"
        self._inside = ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise DeclarationError(f"{path} cannot be read: {error}") from error
