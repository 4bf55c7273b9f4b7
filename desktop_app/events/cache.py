"""Answers that are kept by hand."""

from __future__ import annotations

from typing import Any

from desktop_app.events.cache_copy import copied
from desktop_app.events.cache_limits import Limits
from desktop_app.events.cache_store import Store
from desktop_app.state.fingerprint import fingerprint


class Cache:
    """Keeps what a function puts in, by keys of its own. Safe on any thread.

    Give it to a handler as the default of a parameter, or make it anywhere. What is put in is copied, and so is what
    comes out, so that nobody changes what others get; what cannot be copied is shared.

    Args:
        max_size: how many entries it keeps; the one not used for longest goes first. 0 is without a limit.
        max_memory: how many bytes they may have, or a text such as "512mb" or "2gb", in powers of 1024; None is without
            a limit. An entry counts by the length of its pickle; what cannot be pickled by `sys.getsizeof`. One that is
            larger than all may be is not kept.
        per_session: True keeps apart what different sessions put in, and forgets it when they end; the limits are for
            all of them together. What is put in outside of a handler is kept apart as well, and not forgotten.

    Raises:
        DeclarationError: a limit that is none.

    Example:
        >>> def answer(prompt, kept=Cache()):
        ...     if (hit := kept.get(prompt)) is not None:
        ...         return hit["text"]
        ...     text = ask(prompt)
        ...     kept.set(prompt, text=text)
        ...     return text
    """

    def __init__(self, *, max_size: int = 128, max_memory: int | str | None = None, per_session: bool = False) -> None:
        self._store = Store(Limits(max_size, max_memory, per_session))

    def get(self, key: Any) -> dict[str, Any] | None:
        """Return a copy of what was set under a key; None if there is nothing.

        Args:
            key: anything; compared by content.
        """
        entry = self._store.find(self._store.name(fingerprint(key)))
        return copied(entry.value[1]) if entry is not None else None

    def set(self, key: Any, **values: Any) -> None:
        """Keep a copy of values under a key, in place of what was there.

        Args:
            key: anything; compared by content.
            values: what to keep, by names of your own.
        """
        self._store.put(self._store.name(fingerprint(key)), (key, values))

    def keys(self) -> list[Any]:
        """Return copies of all keys, with `per_session` those of the session whose handler runs."""
        return [copied(key) for key, _ in self._store.values()]

    def clear(self) -> None:
        """Forget everything, of all sessions."""
        self._store.clear()

    def __len__(self) -> int:
        return len(self._store)
