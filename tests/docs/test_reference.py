"""The reference is what the docstrings say, and they say everything."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import pytest

import desktop_app as gr
from docs.reference.docstring import Docstring
from docs.reference.groups import OF_THEMES, PAGES, Page, object_of
from docs.reference.markdown import written
from docs.reference.members import arguments, attributes, has_arguments, methods
from tests.docs.pages import DOCS

NAMES = sorted({name for page in PAGES for name in page.names} - {"themes"})
CLASSES = [name for name in NAMES if isinstance(object_of(name), type)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.file)
def test_a_page_is_what_the_generator_makes(page: Page) -> None:
    """`make docs` makes it anew."""
    assert (DOCS / "api" / f"{page.file}.md").read_text(encoding="utf-8") == written(page)


def test_there_are_no_other_pages() -> None:
    """One that is made no more goes."""
    assert {file.stem for file in (DOCS / "api").iterdir()} == {page.file for page in PAGES}


def test_every_public_name_has_its_place() -> None:
    """On one page each."""
    placed = [name for page in PAGES for name in page.names]
    assert [name for name in placed if placed.count(name) > 1] == []
    assert [name for name in gr.__all__ if name not in placed and name != "__version__"] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_name_says_what_it_promises(name: str) -> None:
    """It has a docstring of its own that begins with a sentence, and so has each of its methods and attributes."""
    for what, of in told(name):
        assert Docstring(of).text.split("\n\n")[0].rstrip().endswith((".", ":")), what


def told(name: str) -> Iterator[tuple[str, Any]]:
    """Give a name and what authors use of it."""
    of = object_of(name)
    yield name, of
    if isinstance(of, type):
        yield from ((f"{name}.{method}", function) for method, function in methods(of).items())


@pytest.mark.parametrize("name", NAMES)
def test_every_argument_is_described(name: str) -> None:
    """By the name itself, or by a class that it takes the argument from."""
    of = object_of(name)
    if not isinstance(of, type) or has_arguments(of):
        assert arguments(of)[2] == []


@pytest.mark.parametrize("name", CLASSES)
def test_every_argument_of_a_method_is_described(name: str) -> None:
    """By the method itself, which says as well what it returns."""
    for method, function in methods(object_of(name)).items():
        docstring = Docstring(function)
        assert arguments(function)[2] == [], method
        says_so = "Returns" in docstring.sections or docstring.text.startswith(("Return", "Tell"))
        assert says_so or inspect.signature(function).return_annotation == "None", method


@pytest.mark.parametrize("name", CLASSES)
def test_what_is_described_exists(name: str) -> None:
    """A docstring tells of no argument and no attribute that there is not."""
    of = object_of(name)
    if has_arguments(of):
        assert set(Docstring(of).items("Args")) <= set(inspect.signature(of).parameters)
    assert all(attributes(of).values())


@pytest.mark.parametrize("name", [name for name in NAMES if name not in CLASSES])
def test_every_function_says_what_it_returns(name: str) -> None:
    """If it returns something, and under which conditions it raises is in the table of its page."""
    of = object_of(name)
    if inspect.signature(of).return_annotation != "None":
        assert "Returns" in Docstring(of).sections


def test_themes_are_found_where_authors_look() -> None:
    """As `gr.themes.<name>`."""
    assert set(gr.themes.__all__) >= OF_THEMES
