"""What an author adds to the head of the page."""

from __future__ import annotations

import html
import warnings
from html.parser import HTMLParser

_KEPT = {"style", "meta"}
_OUTER = {"html", "head", "body"}


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
