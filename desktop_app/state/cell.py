"""One value that all windows share: the live side of a GlobalState, or of a BrowserState's key."""

from __future__ import annotations

import copy
import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from desktop_app.errors import StoreError
from desktop_app.state.fingerprint import fingerprint
from desktop_app.state.form import Form, Unreadable
from desktop_app.state.last_write import LastWrite, Writer
from desktop_app.state.renewed import renewed
from desktop_app.state.store import Entry, Store

log = logging.getLogger("desktop_app")
_PAGE = Writer("the page's localStorage")
_ELSEWHERE = Writer("another process")
Listener = Callable[[Sequence["Cell"], object, str], None]  # gets the cells, who wrote them, and what: an event's name


class Cell:
    """Holds a value, its revision and who listens; writes are atomic, and durable before anybody hears of them.

    Args:
        name: how messages call it.
        key: names its entry in the store.
        form: of its values.
        default: makes the value while nothing is stored.
        store: keeps it; None for a value that ends with the app.
    """

    def __init__(self, name: str, key: str, form: Form, default: Callable[[], Any], store: Store | None) -> None:
        self.name = name
        self.key = key
        self.form = form
        self.revision = 0
        self.last_write: LastWrite | None = None  # since the start of the app
        self._default = default
        self._store = store
        self._lock = threading.RLock()
        self._listeners: dict[object, Listener] = {}
        self._value = default()
        self._fingerprint = fingerprint(self._value)
        self._entry: Entry | None = None  # what is stored
        self._unreadable: list[tuple[Entry, Unreadable]] = []  # to be kept aside when no transaction is open
        if store is not None:
            try:
                self._take(store.read(key))
                self._keep_aside()
            except StoreError as error:
                log.warning("%s: %s The default is used until it can be read.", name, error)
            self._end_watch = store.watch(key, self._written_elsewhere)

    @property
    def value(self) -> Any:
        """The value: the object itself if it only lives in memory, a copy if it is typed or stored."""
        with self._lock:
            return self._handed_out()

    def look_at(self) -> Any:
        """Return the value itself, not to be changed."""
        return self._value

    @property
    def store(self) -> Store | None:
        """What keeps it; None for a value that ends with the app."""
        return self._store

    @property
    def is_default(self) -> bool:
        """Whether the value is that of the start."""
        return self._fingerprint == fingerprint(self._default())

    def update(self, change: Callable[[Any], Any], writer: object = None) -> bool:
        """Write what `change` makes of the value, atomically, and tell; return whether it differs from before.

        Args:
            change: gets the value and returns the new one; called again if another process wrote meanwhile.
            writer: handed to the listeners, so that one can know its own writes.

        Raises:
            ValueError: the new value is not of the form; the old one stays.
            StoreError: it could not be stored; the old one stays.
        """
        with self._lock:
            changed = self._update_stored(change) if self._store is not None else self._update_memory(change)
            self._note(changed)
        if changed:
            tell([self], writer)
        return changed

    def write(self, value: Any) -> bool:
        """Write a value and tell nobody, for a writer of several who tells once; raises as `update` does."""
        with self._lock:
            changed = (
                self._update_stored(lambda _: value)
                if self._store is not None
                else self._update_memory(lambda _: value)
            )
            self._note(changed)
            return changed

    def write_unstored(self, value: Any) -> bool:
        """Write a value that the store did not take: it lasts for this run, and where else its entry is copied."""
        with self._lock:
            changed = self._update_memory(lambda _: value)
            self._note(changed)
            if changed:
                try:
                    self._entry = Entry(self.form.write(self._value), self.revision, self.form.version)
                except StoreError:  # it cannot be encrypted: rather lost at the end than readable
                    self._entry = None
            return changed

    def redefine(self, name: str, form: Form, default: Callable[[], Any], *, keep: bool) -> None:
        """Its state was declared anew, with a form like this one; nobody is told, as all windows are loaded again.

        Args:
            name: how messages call it from here on.
            form: of its values.
            default: makes the value while nothing is stored.
            keep: False starts anew what only lives in memory.
        """
        with self._lock:
            self.name, self.form, self._default = name, form, default
            if self._entry is not None:
                entry, self.revision = self._entry, -1
                self._take(entry)
                self._keep_aside()
                return
            if keep:
                with suppress(ValueError):  # it is not of the type any more
                    self._hold(form.check(renewed(self._value)))
                    return
            self.revision += self._store is None  # a store counts for itself
            self._hold(default())

    def delete(self, writer: object = None) -> bool:
        """Remove what is stored and go back to the default; return whether the value differs from before."""
        with self._lock:
            before = self._fingerprint
            if self._store is not None:
                self._take(
                    self._store.update(self.key, lambda e: Entry(None, (e.revision if e else 0) + 1, self.form.version))
                )
            else:
                self.revision += 1
                self._hold(self._default())
            changed = before != self._fingerprint
            self._note(True)
        tell([self], writer, "deleted")
        if changed:
            tell([self], writer)
        return changed

    def reconcile(self, found: Entry | None) -> Entry | None:
        """Let the higher revision win over a second copy, such as a page's; return what that copy is to become.

        Args:
            found: the second copy; None if it has none.

        Returns:
            The entry to write there, with the text None to remove it; None if the copy is right.
        """
        assert self._store is not None
        with self._lock:
            before = self._fingerprint
            if found is not None and found.revision > self.revision:
                self._take(
                    self._store.update(self.key, lambda e: found if e is None or e.revision < found.revision else None)
                )
                self._keep_aside()
            current = self._entry
            changed = before != self._fingerprint
            self._note(changed, _PAGE)
        if changed:
            tell([self], None)
        if current is None or current == found or (current.text is None and found is None):
            return None
        return current

    @property
    def entry(self) -> Entry | None:
        """What is stored; None if nothing ever was."""
        return self._entry

    def close(self) -> None:
        """Hear no more of the store."""
        if self._store is not None:
            self._end_watch()

    def listen(self, who: object, listener: Listener) -> None:
        """Call `listener` after each change, on the thread that made it, until `who` is forgotten."""
        with self._lock:
            self._listeners[who] = listener

    def forget(self, who: object) -> None:
        """Call the listener of `who` no more."""
        with self._lock:
            self._listeners.pop(who, None)

    def _update_memory(self, change: Callable[[Any], Any]) -> bool:
        value = self.form.check(change(self._handed_out()))
        found = fingerprint(value)
        if found == self._fingerprint:
            return False
        self.revision += 1
        self._value, self._fingerprint = value, found
        return True

    def _update_stored(self, change: Callable[[Any], Any]) -> bool:
        assert self._store is not None
        before = self._fingerprint

        def step(entry: Entry | None) -> Entry | None:
            self._take(entry)
            value = self.form.check(change(self._handed_out()))
            if fingerprint(value) == self._fingerprint:
                return None
            return Entry(self.form.write(value), (entry.revision if entry else 0) + 1, self.form.version)

        try:
            self._take(self._store.update(self.key, step))
        finally:
            self._keep_aside()
        return self._fingerprint != before

    def _take(self, entry: Entry | None) -> None:
        """Hold what is stored, unless it is held already; what cannot be read stays where it is, and is reported."""
        if entry is None or entry.revision <= self.revision:
            return
        self.revision, self._entry = entry.revision, entry
        if entry.text is None:
            self._hold(self._default())
            return
        try:
            self._hold(self.form.read(entry.text, entry.version))
        except Unreadable as why:
            self._unreadable.append((entry, why))
            self._hold(self._default())
        except StoreError as error:  # the key is out of reach; what is stored is not touched
            log.warning("%s: %s The default is used until then.", self.name, error)
            self._hold(self._default())

    def _keep_aside(self) -> None:
        """Store what could not be read once more, under a name that no write of this cell will ever touch."""
        assert self._store is not None
        while self._unreadable:
            entry, why = self._unreadable.pop()
            log.warning(
                "%s: the stored value cannot be used, %s; it is kept aside, the default is used", self.name, why
            )
            aside = f"{self.key} (version {entry.version}, revision {entry.revision})"
            self._store.update(aside, partial(_once, entry))

    def _hold(self, value: Any) -> None:
        self._value = value
        self._fingerprint = fingerprint(value)

    def _handed_out(self) -> Any:
        return copy.deepcopy(self._value) if self.form.typed or self.form.stored else self._value

    def _note(self, changed: bool, by: Writer | None = None) -> None:
        if changed:
            self.last_write = LastWrite.now(by)

    def _written_elsewhere(self) -> None:
        assert self._store is not None
        with self._lock:
            before = self._fingerprint
            self._take(self._store.read(self.key))
            self._keep_aside()
            changed = before != self._fingerprint
            self._note(changed, _ELSEWHERE)
        if changed:
            tell([self], None)


def tell(cells: Sequence[Cell], writer: object, event: str = "change") -> None:
    """Call the listeners of these cells, each once; without their locks, as listeners take locks of their own."""
    told: dict[object, tuple[Listener, list[Cell]]] = {}
    for cell in cells:
        with cell._lock:
            for who, listener in cell._listeners.items():
                told.setdefault(who, (listener, []))[1].append(cell)
    for listener, changed in told.values():
        listener(changed, writer, event)


def _once(entry: Entry, stored: Entry | None) -> Entry | None:
    return None if stored else Entry(entry.text, 1, entry.version)
