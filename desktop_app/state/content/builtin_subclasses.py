"""Classes derived from builtin ones: what the builtin holds, and the attributes beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop_app.state.content.attributes import add_attributes
from desktop_app.state.content.held import Held
from desktop_app.state.content.reading import Reader, Reading
from desktop_app.state.content.seal import Seal, scalar

_PLAIN: dict[type, Callable[[Any], Any]] = {
    str: str.__str__,
    int: int.__int__,
    float: float.__float__,
    complex: complex.__pos__,
    bytes: lambda value: bytes.__getitem__(value, slice(None)),
}


def scalar_base(kind: type) -> type | None:
    """Return the builtin scalar type a class is derived from, unless the class has a hash of its own."""
    for base in _PLAIN:
        if issubclass(kind, base):
            return base if getattr(kind, "__hash__", None) is getattr(base, "__hash__", None) else None
    return None


def read_scalar(value: Any, held: Held) -> Reading:
    """Read a text, a number or bytes of a derived class, past whatever the class overrides."""
    kind = type(value)
    made = Seal(held.itself(kind))
    made.add(scalar(next(plain(value) for base, plain in _PLAIN.items() if issubclass(kind, base))))
    yield from add_attributes(value, held, made)
    return made.code()


def with_attributes(
    read: Reader,
) -> Reader:
    """Return a reader that adds the attributes of the object to what `read` reads."""

    def read_both(value: Any, held: Held) -> Reading:
        made = Seal(b"with attributes")
        made.add((yield from read(value, held)))
        yield from add_attributes(value, held, made)
        return made.code()

    return read_both
