"""What a cache keeps, and what it lets go."""

from __future__ import annotations

import concurrent.futures
import threading
import weakref
from collections import OrderedDict, deque
from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

from desktop_app.events.cache_copy import copied
from desktop_app.events.cache_limits import Limits, size
from desktop_app.events.request import current_request

_of_sessions: weakref.WeakSet[Store] = weakref.WeakSet()
_ended: deque[str] = deque(maxlen=1000)  # sessions that a handler may still run in
_sessions = threading.Lock()  # held while either is read or written


class Name(NamedTuple):
    """What an entry goes by.

    Args:
        session: whose it is; empty if it is everybody's, or of no session.
        key: what it is compared by.
    """

    session: str
    key: Hashable


class Entry(NamedTuple):
    """What is kept.

    Args:
        value: a copy of what was put in; to be copied again before it is given to anybody.
        size: in bytes, about.
    """

    value: Any
    size: int


class Turn(concurrent.futures.Future[None]):
    """Done when whoever works out a value is done with it, however that went.

    Args:
        owner: who works it out.
    """

    def __init__(self, owner: object) -> None:
        super().__init__()
        self.owner = owner
        self.set_running_or_notify_cancel()  # nobody who waits can call it off


class Store:
    """Keeps values by name; those not used for longest go when there are too many. Safe on any thread.

    Args:
        limits: how much it keeps.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._entries: OrderedDict[Name, Entry] = OrderedDict()
        self._turns: dict[Name, Turn] = {}
        self._memory = 0
        self._lock = threading.RLock()  # again by what an entry does when it goes, or when it is compared
        if limits.per_session:
            with _sessions:
                _of_sessions.add(self)

    def name(self, key: Hashable) -> Name:
        """Return what an entry of this key goes by, in the session whose handler runs."""
        request = current_request.get() if self._limits.per_session else None
        return Name(request.session_hash if request is not None else "", key)

    def find(self, name: Name) -> Entry | None:
        """Return an entry, which counts as used now."""
        with self._lock:
            entry = self._entries.get(name)
            if entry is not None:
                self._entries.move_to_end(name)
            return entry

    def claim(self, name: Name, turn: Turn) -> Entry | Turn | None:
        """Return an entry, or the turn of someone else who works it out now, or None: then this turn has begun.

        One who already has the turn gets another: a function that calls itself so is to fail as it does without us.
        """
        with self._lock:
            found = self.find(name)
            if found is not None:
                return found
            other = self._turns.get(name)
            if other is not None and other.owner != turn.owner:
                return other
            self._turns.setdefault(name, turn)
            return None

    def give_up(self, name: Name, turn: Turn) -> None:
        """A turn is over."""
        with self._lock:
            if self._turns.get(name) is turn:
                del self._turns[name]
        turn.set_result(None)

    def put(self, name: Name, value: Any) -> None:
        """Keep a copy of a value, unless it is larger than all may be together, or of a session that has ended."""
        value = copied(value)
        entry = Entry(value, size(value) if self._limits.memory is not None else 0)
        with self._lock:
            self._drop([name])
            if self._limits.per_session and _has_ended(name.session):
                return
            if self._limits.memory is not None and entry.size > self._limits.memory:
                return
            self._entries[name] = entry
            self._memory += entry.size
            while self._too_much():
                self._drop([next(iter(self._entries))])

    def forget(self, session_hash: str) -> None:
        """Drop what a session has put in."""
        with self._lock:
            self._drop([name for name in self._entries if name.session == session_hash])

    def clear(self) -> None:
        """Drop everything."""
        with self._lock:
            self._drop(list(self._entries))

    def values(self) -> list[Any]:
        """Return the values that the session whose handler runs could find."""
        session = self.name(None).session
        with self._lock:
            return [entry.value for name, entry in self._entries.items() if name.session == session]

    def __len__(self) -> int:
        return len(self._entries)

    def _too_much(self) -> bool:
        most, memory = self._limits.max_size, self._limits.memory
        return bool(most and len(self._entries) > most) or (memory is not None and self._memory > memory)

    def _drop(self, names: Iterable[Name]) -> None:
        for name in names:
            entry = self._entries.pop(name, None)
            if entry is not None:
                self._memory -= entry.size


def forget_session(session_hash: str) -> None:
    """Drop what a session has put into any cache; what its handlers still put in is not kept."""
    with _sessions:
        _ended.append(session_hash)
        stores = list(_of_sessions)
    for store in stores:
        store.forget(session_hash)


def _has_ended(session_hash: str) -> bool:
    with _sessions:
        return session_hash in _ended
