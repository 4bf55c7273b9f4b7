"""What a cache keeps, and what it lets go."""

from __future__ import annotations

import copy
import pickle
import re
import threading
from collections import OrderedDict
from typing import Any

from desktop_app.errors import DeclarationError
from desktop_app.events.request import current_request

UNITS = {"": 1, "b": 1, "kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30}
_kept: list[Store] = []  # those that have entries of sessions


class Store:
    """Keeps values by their key; those not used for longest go when there are too many.

    Args:
        max_size: how many it keeps; 0 is without a limit.
        max_memory: how many bytes they may have, or a text such as "512mb"; None is without a limit. What a value has
            is the length of its pickle; one that cannot be pickled counts as nothing.
        per_session: True keeps apart what different sessions put in, and forgets it with them.

    Raises:
        DeclarationError: a limit that is none.
    """

    def __init__(self, max_size: int, max_memory: int | str | None, per_session: bool) -> None:
        if max_size < 0:
            raise DeclarationError(f"max_size={max_size}; use 0 for no limit, or a number of entries.")
        self._max_size = max_size
        self._max_memory = _bytes(max_memory)
        self._per_session = per_session
        self._entries: OrderedDict[tuple[str, Any], tuple[Any, int]] = OrderedDict()
        self._memory = 0
        self.lock = threading.RLock()
        if per_session:
            _kept.append(self)

    def name(self, key: Any) -> tuple[str, Any]:
        """Return what an entry of this key goes by, in the session whose handler runs."""
        request = current_request.get() if self._per_session else None
        return (request.session_hash if request is not None else "", key)

    def get(self, name: tuple[str, Any]) -> tuple[bool, Any]:
        """Return whether there is an entry, and a copy of its value."""
        with self.lock:
            if name not in self._entries:
                return False, None
            self._entries.move_to_end(name)
            value, _ = self._entries[name]
        return True, copied(value)

    def put(self, name: tuple[str, Any], value: Any) -> None:
        """Keep a copy of a value."""
        value = copied(value)
        size = _size(value) if self._max_memory is not None else 0
        with self.lock:
            self._drop(name)
            self._entries[name] = (value, size)
            self._memory += size
            while self._entries and (
                (self._max_size and len(self._entries) > self._max_size)
                or (self._max_memory is not None and self._memory > self._max_memory)
            ):
                self._drop(next(iter(self._entries)))

    def forget(self, session_hash: str) -> None:
        """Drop what a session has put in."""
        with self.lock:
            for name in [name for name in self._entries if name[0] == session_hash]:
                self._drop(name)

    def clear(self) -> None:
        """Drop everything."""
        with self.lock:
            self._entries.clear()
            self._memory = 0

    def __len__(self) -> int:
        return len(self._entries)

    def _drop(self, name: tuple[str, Any]) -> None:
        _, size = self._entries.pop(name, (None, 0))
        self._memory -= size


def forget_session(session_hash: str) -> None:
    """Drop what a session has put into any cache."""
    for store in _kept:
        store.forget(session_hash)


def copied(value: Any) -> Any:
    """Return a copy; what cannot be copied is shared."""
    try:
        return copy.deepcopy(value)
    except Exception:  # an author's object may refuse in any way
        return value


def _size(value: Any) -> int:
    try:
        return len(pickle.dumps(value))
    except Exception:  # as above
        return 0


def _bytes(limit: int | str | None) -> int | None:
    if limit is None or isinstance(limit, int):
        return limit
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([kmg]?b?)\s*", limit.lower())
    if found is None or found[2] not in UNITS:
        raise DeclarationError(f'max_memory={limit!r}; use a number of bytes, or a text such as "512mb" or "2gb".')
    return int(float(found[1]) * UNITS[found[2]])
