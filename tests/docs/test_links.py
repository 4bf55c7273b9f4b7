"""Links in the pages lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, PAGES, called, prose

EVERY_PAGE = [*PAGES, *sorted((DOCS / "api").glob("*.md"))]
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """Return the names of a page's headings, as links have them; of two of one name the second gets a number."""
    names: list[str] = []
    for heading in HEADING.findall(prose(page)):
        name = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        before = names.count(name)
        names += [name, f"{name}-{before}"] if before else [name]
    return set(names)


def broken(page: Path) -> list[str]:
    """Return the links of a page to what is not there."""
    lost = []
    for link in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if re.match(r"\w+:", link):  # elsewhere, where no test looks
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    return lost


@pytest.mark.parametrize("page", EVERY_PAGE, ids=called)
def test_every_link_leads_to_what_is_there(page: Path) -> None:
    """Files, pictures and headings."""
    assert broken(page) == []


def test_every_guide_is_in_the_list_of_guides() -> None:
    """Whoever opens the folder finds them all."""
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", prose(DOCS / "README.md")))
    assert listed == {page.name for page in DOCS.glob("*.md")} - {"README.md"}
