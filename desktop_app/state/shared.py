"""The values that all windows of the app share, and the store they are kept in."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from desktop_app.errors import DeclarationError
from desktop_app.state.cell import Cell
from desktop_app.state.form import Form
from desktop_app.state.memory_store import MemoryStore
from desktop_app.state.renewed import alike
from desktop_app.state.store import Store


class Definition(NamedTuple):
    """What a cell is made by.

    Args:
        name: how messages call it.
        key: names it among all cells.
        form: of its values.
        default: makes the first value.
        store: returns what keeps it; None if it lives in memory.
        declared: the default as its author gave it: the value, or a function that makes it.
    """

    name: str
    key: str
    form: Form
    default: Callable[[], Any]
    store: Callable[[], Store] | None
    declared: Any


class Shared:
    """The cells of this process by key; one process holds one app.

    Before an app starts, cells live in memory. `open` lets those that are stored take what the store has; `close`
    makes everything new, as the next app starts from its defaults and its store.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._cells: dict[str, Cell] = {}
        self._definitions: dict[str, Definition] = {}
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

    def cell(self, definition: Definition) -> Cell:
        """Return the cell of a key, made at its first use.

        Raises:
            DeclarationError: another state of the same key has another form.
        """
        with self._lock:
            name, key, form, default, store, _ = definition
            cell = self._cells.get(key)
            if cell is None:
                cell = self._cells[key] = Cell(name, key, form, default, store() if store else None)
                self._definitions[key] = definition
            elif not cell.form.is_like(form):
                raise DeclarationError(
                    f"{name} and {cell.name} share the key {key!r}, but differ in type, persist or version."
                )
            return cell

    def redefine(self, definition: Definition) -> None:
        """A state of this key was declared anew: its value stays if it is of the same form, and has the same default.

        What is stored stays in any case, as it does when the app is started again.
        """
        with self._lock:
            name, key, form, default, store, declared = definition
            cell, before = self._cells.get(key), self._definitions.get(key)
            if cell is None or before is None:
                return
            if cell.form.is_like(form) and cell.store is (store() if store else None):
                cell.redefine(name, form, default, keep=alike(before.declared, declared))
                self._definitions[key] = definition
            else:
                cell.close()
                del self._cells[key], self._definitions[key]

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
        self._definitions.clear()


shared = Shared()
