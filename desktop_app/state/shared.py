"""The values that all windows of the app share, and the store they are kept in."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from desktop_app.errors import DeclarationError
from desktop_app.state.cell import Cell
from desktop_app.state.form import Form
from desktop_app.state.memory_store import MemoryStore
from desktop_app.state.store import Store


class Shared:
    """The cells of this process by key; one process holds one app.

    Before an app starts, cells live in memory. `open` lets those that are stored take what the store has; `close`
    makes everything new, as the next app starts from its defaults and its store.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._cells: dict[str, Cell] = {}
        self._stores: dict[str, Store] = {}
        self.store: Store = MemoryStore()

    def open(self, store: Store) -> None:
        """The app has started: keep values in `store` from here on."""
        with self._lock:
            self._forget()
            self.store = store

    def close(self) -> None:
        """The app has ended."""
        with self._lock:
            self._forget()
            for store in (self.store, *self._stores.values()):
                store.close()
            self._stores.clear()
            self.store = MemoryStore()

    def cell(
        self, name: str, key: str, form: Form, default: Callable[[], Any], store: Callable[[], Store] | None
    ) -> Cell:
        """Return the cell of `key`, made at its first use.

        Args:
            name: how messages call it.
            key: names it among all cells.
            form: of its values.
            default: makes the first value.
            store: returns what keeps it; None if it lives in memory.

        Raises:
            DeclarationError: another state of the same key has another form.
        """
        with self._lock:
            cell = self._cells.get(key)
            if cell is None:
                cell = self._cells[key] = Cell(name, key, form, default, store() if store else None)
            elif (cell.form.typed, cell.form.stored, cell.form.version) != (form.typed, form.stored, form.version):
                raise DeclarationError(
                    f"{name} and {cell.name} share the key {key!r}, but differ in type, persist or version."
                )
            return cell

    def cells(self) -> list[Cell]:
        """Return those that were used, in the order of their first use."""
        with self._lock:
            return list(self._cells.values())

    def remote(self, url: str, connect: Callable[[str], Store]) -> Store:
        """Return the store at `url`, connected at its first use and closed with the app."""
        with self._lock:
            if url not in self._stores:
                self._stores[url] = connect(url)
            return self._stores[url]

    def _forget(self) -> None:
        for cell in self._cells.values():
            cell.close()
        self._cells.clear()


shared = Shared()
