"""The headless stand-in for a webview's `localStorage`."""

from __future__ import annotations

import json
import threading
from pathlib import Path


class LocalStorage:
    """Entries shared by all windows of an app; kept in a file if there is a folder for it, as a webview profile is.

    Args:
        folder: where the file is; None keeps the entries in memory.
        limit: how many characters all entries may take, as in a browser.
    """

    def __init__(self, folder: Path | None, limit: int = 5 * 1024 * 1024) -> None:
        self._file = folder / "local_storage.json" if folder else None
        self._lock = threading.Lock()
        self.limit = limit
        self._entries: dict[str, str] = {}
        if self._file is not None and self._file.exists():
            self._entries = json.loads(self._file.read_text(encoding="utf-8"))

    def entries(self) -> dict[str, str]:
        """Return all entries by key."""
        with self._lock:
            return dict(self._entries)

    def write(self, key: str, text: str | None) -> bool:
        """Write an entry, or remove it for None; return False and change nothing if that would be too much."""
        with self._lock:
            entries = {k: v for k, v in self._entries.items() if k != key}
            if text is not None:
                entries[key] = text
            if sum(len(k) + len(v) for k, v in entries.items()) > self.limit:
                return False
            self._entries = entries
            self._save()
            return True

    def _save(self) -> None:
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(self._entries), encoding="utf-8")
        new.replace(self._file)
