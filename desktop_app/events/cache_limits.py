"""How much a cache keeps."""

from __future__ import annotations

import pickle
import re
import sys
from dataclasses import dataclass
from typing import Any

from desktop_app.errors import DeclarationError

_UNITS = {"": 1, "b": 1, "kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30}


@dataclass(frozen=True)
class Limits:
    """The limits of a cache, over all sessions.

    Args:
        max_size: how many entries it keeps; 0 is without a limit.
        max_memory: how many bytes they may have together, or a text such as "512mb"; None is without a limit.
        per_session: whether what one session puts in is kept from the others.

    Raises:
        DeclarationError: a limit that is none.
    """

    max_size: int = 128
    max_memory: int | str | None = None
    per_session: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.max_size, int) or self.max_size < 0:
            raise DeclarationError(f"max_size={self.max_size!r}; use 0 for no limit, or a number of entries.")
        object.__setattr__(self, "max_memory", _bytes(self.max_memory))

    @property
    def memory(self) -> int | None:
        """The most bytes."""
        assert not isinstance(self.max_memory, str)
        return self.max_memory


def size(value: Any) -> int:
    """Return about how many bytes a value has: the length of its pickle, or its own size if it cannot be pickled."""
    counter = _Counter()
    try:
        pickle.Pickler(counter, protocol=5, buffer_callback=counter.count_buffer).dump(value)
    except Exception:  # an author's object may refuse in any way
        return sys.getsizeof(value)
    return counter.bytes


class _Counter:
    """A file that counts what is written, and keeps nothing of it."""

    def __init__(self) -> None:
        self.bytes = 0

    def write(self, data: bytes) -> int:
        length = memoryview(data).nbytes
        self.bytes += length
        return length

    def count_buffer(self, buffer: pickle.PickleBuffer) -> None:
        self.bytes += buffer.raw().nbytes


def _bytes(limit: Any) -> int | None:
    if limit is None:
        return None
    if isinstance(limit, str):
        found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([kmg]?b?)\s*", limit.lower())
        if found is not None and found[2] in _UNITS:
            limit = int(float(found[1]) * _UNITS[found[2]])
    if isinstance(limit, bool) or not isinstance(limit, int) or limit <= 0:
        raise DeclarationError(f'max_memory={limit!r}; use a number of bytes, or a text such as "512mb" or "2gb".')
    return limit
