"""A store that ends with the process."""

from __future__ import annotations

import threading
from collections.abc import Callable

from desktop_app.state.store import Entry


class MemoryStore:
    """Keeps entries in memory: for an app whose folder cannot be used, and for tests without one."""

    durable = False

    def __init__(self) -> None:
        self.notices: list[str] = []
        self._entries: dict[str, Entry] = {}
        self._lock = threading.RLock()

    def read(self, key: str) -> Entry | None:
        """Return what is stored, None if nothing ever was."""
        with self._lock:
            return self._entries.get(key)

    def update(self, key: str, change: Callable[[Entry | None], Entry | None]) -> Entry | None:
        """Write what `change` makes of what is stored; None leaves it as it is."""
        with self._lock:
            entry = change(self._entries.get(key))
            if entry is not None:
                self._entries[key] = entry
            return self._entries.get(key)

    def watch(self, key: str, changed: Callable[[], None]) -> Callable[[], None]:
        """Nobody else can write here."""
        return lambda: None

    def close(self) -> None:
        """There is nothing to let go of."""
