"""Codes: bytes that are equal for equal content."""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

# Values of exactly these types are their own content, and marshal writes them with their type.
SCALARS = frozenset({int, float, bool, str, bytes, complex, type(None), type(...)})
_TEXTS = frozenset({str, bytes})
_MOST_TEXT = 1 << 20  # marshal copies what it writes; longer texts are read one at a time

# From version 3 on marshal writes which objects are the same one and which strings are interned; 2 writes the content.
FORMAT = 2


class Seal:
    """Takes parts one after the other and makes a code of them; no part is kept.

    Args:
        tag: what kind of thing the parts make up.
    """

    def __init__(self, tag: bytes) -> None:
        self._hash = blake2b(b"%d:" % len(tag) + tag, digest_size=16)

    def add(self, part: bytes) -> None:
        """Take a part; where it ends is part of the code."""
        self._hash.update(b"%d:" % len(part))
        self._hash.update(part)

    def extend(self, part: bytes | memoryview) -> None:
        """Take a piece of something whose length follows from the parts before it, however it is cut into pieces."""
        self._hash.update(part)

    def code(self) -> bytes:
        """Return the code. It begins as no marshalled value does."""
        return b"#" + self._hash.digest()


def seal(tag: bytes, *parts: bytes) -> bytes:
    """Return the code of these parts."""
    return b"#" + blake2b(b"".join([b"%d:" % len(part) + part for part in (tag, *parts)]), digest_size=16).digest()


def dumped(value: Any) -> bytes:
    """Return the bytes of a scalar, or of a list of codes."""
    return marshal.dumps(value, FORMAT)


def scalar(value: Any) -> bytes:
    """Return the code of a value whose type is one of SCALARS."""
    kind = type(value)
    if kind not in _TEXTS or len(value) <= _MOST_TEXT:
        return dumped(value)
    made = Seal(kind.__name__.encode())
    for start in range(0, len(value), _MOST_TEXT):
        part = value[start : start + _MOST_TEXT]
        made.add(part if kind is bytes else part.encode("utf-8", "surrogatepass"))
    return made.code()


def packed(part: Sequence[Any]) -> bytes | None:
    """Return the bytes of a list or tuple that holds nothing but scalars; None if it holds others, or long texts."""
    kinds = set(map(type, part))
    if not kinds <= SCALARS:
        return None
    texts = part if kinds <= _TEXTS else [item for item in part if type(item) in _TEXTS] if kinds & _TEXTS else ()
    return None if sum(map(len, texts)) > _MOST_TEXT * 16 else dumped(part)
