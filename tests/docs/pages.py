"""What is written for people: the pages, and the code blocks in them.

Code that a page needs but its readers do not, such as what shows that a claim is true, stands in its source between
`<!-- python` and `-->`. It runs in its place among the others.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
AT_THE_TOP = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")]
PAGES = [*AT_THE_TOP, *sorted(DOCS.glob("*.md"))]
BLOCK = re.compile(r"^(?:```|<!-- )(\w*)\n(.*?)^(```|-->)$", re.DOTALL | re.MULTILINE)


class CodeBlock(NamedTuple):
    """A block of code, where it begins in its page, and whether readers see it."""

    page: Path
    line: int
    language: str
    code: str
    hidden: bool


def code_blocks(page: Path, *languages: str) -> list[CodeBlock]:
    """Return the code blocks of a page, in some languages or in all."""
    text = page.read_text(encoding="utf-8")
    found = [
        CodeBlock(page, text.count("\n", 0, match.start(2)) + 1, match[1], match[2], match[3] == "-->")
        for match in BLOCK.finditer(text)
    ]
    return [block for block in found if not languages or block.language in languages]


def prose(page: Path) -> str:
    """Return a page without its code blocks."""
    return BLOCK.sub("", page.read_text(encoding="utf-8"))


def called(page: Path) -> str:
    """Return the name of a page, for messages."""
    return str(page.relative_to(ROOT))
