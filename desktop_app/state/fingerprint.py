"""Seeing that a value has changed, also when it was changed in place."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from desktop_app.state.content.held import Held
from desktop_app.state.content.walk import Walk


def fingerprint(value: Any) -> Hashable:
    """Return something that is equal for two values exactly if they hold the same content.

    Its size does not grow with the value's, unless the value holds objects that have to be held to compare them: those
    of classes with a `__hash__` of their own, and those that equal only themselves.

    - Builtin values differ with their type: 1, 1.0 and True; a list and a tuple. NaN equals itself, 0.0 is not -0.0.
    - Containers go by content, dicts and sets whatever their order; an OrderedDict in its order.
    - A class that defines `__hash__` decides by it and by `==`; what it leaves out is no change. One that was made from
      the fields (a frozen dataclass or pydantic model) counts as none: the fields are read.
    - Other objects go by their attributes and slots, pydantic models by fields, extras and private attributes, arrays
      and frames of numpy, pandas and polars by dtypes, names and values; dates, decimals and others whose content is
      not in attributes by what they give to be pickled.
    - What cannot be looked into (locks, files, generators, functions) equals only itself.

    Raises nothing: where a method of the value raises, the next of these ways is taken.
    """
    walk = Walk()
    return Fingerprint(walk.code(value), walk.held)


class Fingerprint:
    """What `fingerprint` returns."""

    __slots__ = ("_code", "_held")

    def __init__(self, code: bytes, held: Held) -> None:
        self._code, self._held = code, held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fingerprint) and self._code == other._code and self._held.agrees(other._held)

    def __hash__(self) -> int:
        return hash(self._code)
