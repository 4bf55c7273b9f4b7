"""Seeing that a value has changed, also when it was changed in place."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Mapping, Sequence, Set
from typing import Any


def fingerprint(value: Any) -> Hashable:
    """Return something that is equal for two values exactly if they hold the same content.

    Containers compare by content, a dict whatever its order; a class that defines `__hash__` by that; dataclasses and
    other objects by their attributes. What has neither is itself.
    """
    return _of(value, ())


def _of(value: Any, above: tuple[int, ...]) -> Hashable:
    if id(value) in above:
        return ("cycle", len(above) - above.index(id(value)))
    inner = (*above, id(value))
    kind = type(value)
    if isinstance(value, Mapping):
        return kind, frozenset((_of(key, inner), _of(item, inner)) for key, item in value.items())
    if isinstance(value, Set):
        return kind, frozenset(_of(item, inner) for item in value)
    if isinstance(value, bytearray | memoryview):
        return kind, bytes(value)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | range):
        return kind, tuple(_of(item, inner) for item in value)
    if _defines_hash(kind):
        return kind, value
    if dataclasses.is_dataclass(value) or hasattr(value, "__dict__"):
        return kind, frozenset((name, _of(item, inner)) for name, item in vars(value).items())
    return kind, id(value)


def _defines_hash(kind: type) -> bool:
    """Tell whether the class says itself what makes two of its objects equal."""
    found: object = getattr(kind, "__hash__", None)
    return found is not None and found is not object.__hash__
