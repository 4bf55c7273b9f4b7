"""A page of the reference."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from desktop_app.blocks.block import Block
from desktop_app.events.listen import ListenerOptions
from docs.reference.docstring import Docstring
from docs.reference.groups import PLACES, Page, anchor, full_name, object_of
from docs.reference.members import arguments, attributes, events, has_arguments, methods
from docs.reference.signature import parameters, signature


def table(head: tuple[str, str], rows: dict[str, str]) -> str:
    """Return a table of names and what is said of them, nothing of none."""
    if not rows:
        return ""
    lines = [f"| `{name}` | {text.replace('|', chr(92) + '|')} |" for name, text in rows.items()]
    return "\n".join([f"| {head[0]} | {head[1]} |", "| --- | --- |", *lines])


def described(of: Any) -> Iterator[str]:
    """Give the paragraphs of a function or a method, or of a module."""
    docstring = Docstring(of)
    yield docstring.text
    yield table(("argument", "what it is"), docstring.items("Args"))
    if "Returns" in docstring.sections:
        yield f"**Returns** {' '.join(docstring.sections['Returns'].split())}"
    yield table(("raises", "when"), docstring.items("Raises"))
    yield example(docstring)


def class_told(name: str, of: type) -> Iterator[str]:
    """Give the paragraphs of a class."""
    docstring = Docstring(of)
    made = has_arguments(of)
    own, others, _ = arguments(of) if made else ({}, {}, [])
    if made:
        yield signature(name, of, {each.name for each in parameters(of)} - own.keys(), dots=bool(others))
    yield docstring.text
    yield table(("argument", "what it is"), own)
    as_these = [
        f"as [`{other.__name__}`]({PLACES[other]}) {', '.join(f'`{each}`' for each in names)}"
        for other, names in others.items()
    ]
    if as_these:
        yield f"Also, {'; '.join(as_these)}."
    yield table(("event", "when"), events(of) if issubclass(of, Block) else {})
    yield table(("attribute", "what it is"), attributes(of))
    if made:
        yield table(("raises", "when"), docstring.items("Raises"))
    yield example(docstring)
    for method, function in methods(of).items():
        yield f"### {of.__name__}.{method}" if method != "__call__" else f"### Calling a {of.__name__}"
        yield signature(f".{method}" if method != "__call__" else "…", function)
        yield from described(function)


def example(docstring: Docstring) -> str:
    """Return the example of a docstring as code, nothing if it has none."""
    return f"```pycon\n{docstring.sections['Example']}\n```" if "Example" in docstring.sections else ""


def told(name: str) -> Iterator[str]:
    """Give the paragraphs of a name, its heading first."""
    of = object_of(name)
    yield f"## {name}"
    if inspect.ismodule(of):
        yield from described(of)
        themes = [each for each in of.__all__ if isinstance(getattr(of, each), type)]
        presets = [each for each in themes if issubclass(getattr(of, each), of.Theme) and each != "Theme"]
        yield f"The themes: {', '.join(f'`{each}`' for each in presets)}."
    elif isinstance(of, type) and of.__name__ != name:
        yield f"Another name of [`{of.__name__}`](#{of.__name__.lower()})."
    elif of is ListenerOptions:
        yield Docstring(of).text
        yield table(("option", "what it is"), Docstring(of).items("Args"))
    elif isinstance(of, type):
        yield from class_told(full_name(name), of)
    else:
        yield signature(full_name(name), of)
        yield from described(of)


def written(page: Page) -> str:
    """Return a page of the reference."""
    names = ", ".join(f"[`{name}`](#{anchor(name, page.names)})" for name in page.names)
    first = ["<!-- Made by `make docs` from the docstrings. -->", f"# {page.title}", page.about, names]
    return "\n\n".join([*first, *(paragraph for name in page.names for paragraph in told(name) if paragraph)]) + "\n"
