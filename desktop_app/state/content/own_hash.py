"""Classes that say by `__hash__` what makes two of their objects equal."""

from __future__ import annotations

import dataclasses
from types import CodeType
from typing import Any

from desktop_app.state.content.containers import flat, read_dict
from desktop_app.state.content.held import Held
from desktop_app.state.content.reading import Reader, Reading
from desktop_app.state.content.seal import seal


def defines_hash(kind: type) -> bool:
    """Tell whether the class says itself what makes two of its objects equal."""
    found: object = getattr(kind, "__hash__", None)
    return found is not None and found is not object.__hash__


def read_by_hash(value: Any, held: Held) -> Reading:
    """Read an object by its hash, and hold it to be compared. Raises what its `__hash__` raises."""
    yield from ()
    return held.by_equality(value)


def compared_fields(kind: type) -> list[str] | None:
    """Return the names of the fields a dataclass compares if its hash was made from them (`frozen=True`), else None.

    Such a hash says nothing that the fields do not say, and nothing of a change inside an object that one of them
    holds; so their content is read.
    """
    owner = next(base for base in kind.__mro__ if "__hash__" in vars(base))
    if "__dataclass_fields__" not in vars(owner):
        return None
    fields = dataclasses.fields(owner)
    hashed = [field.name for field in fields if (field.compare if field.hash is None else field.hash)]
    code: CodeType | None = getattr(owner.__hash__, "__code__", None)
    if code is None or code.co_names != ("hash", *hashed):
        return None
    return [field.name for field in fields if field.compare]


def read_fields(names: list[str]) -> Reader:
    """Return the reader of objects by these attributes."""

    def read(value: Any, held: Held) -> Reading:
        found = {name: object.__getattribute__(value, name) for name in names}
        return seal(b"fields", held.itself(type(value)), flat(found) or (yield from read_dict(found, held)))

    return read
