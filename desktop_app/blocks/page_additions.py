"""What an author adds to the page: styles, scripts, and elements of its head."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop_app.errors import DeclarationError


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
                from desktop_app.blocks.head import without_scripts  # most apps do without

                head, scripts = without_scripts(text)
                self.head += head
                self.head_scripts += scripts
        if js:
            self.scripts.append(js)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise DeclarationError(f"{path} cannot be read: {error}") from error
