"""The way through a value: every part once, however deep, shared or circular."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from desktop_app.state.content.containers import flat
from desktop_app.state.content.held import Held
from desktop_app.state.content.rules import Reader, readers
from desktop_app.state.content.seal import SCALARS, dumped, scalar, seal

_SMALL = 64  # flat containers up to this length are read again rather than remembered


class Walk:
    """Reads one value.

    A reader is a generator: it yields the parts it wants the codes of and returns the code of the whole. They wait on
    a list, not on Python's stack, so depth is no limit. A part that is met again inside itself is written as the
    number of its first visit, and then that number goes into its own code.
    """

    def __init__(self) -> None:
        self.held = Held()
        self._readers: dict[type, list[Reader]] = {}
        self._done: dict[int, tuple[Any, bytes]] = {}  # with the value, so that its address stays its own
        self._inside: dict[int, int] = {}
        self._met_inside: set[int] = set()
        self._visits = 0

    def code(self, value: Any) -> bytes:
        """Return the code of a value; raises nothing of what the value's own methods raise."""
        waiting: list[Generator[Any, bytes, bytes]] = []
        found = self._look(value)
        while True:
            if isinstance(found, bytes):
                if not waiting:
                    return found
            else:
                waiting.append(found)
            try:
                part = waiting[-1].send(found) if isinstance(found, bytes) else next(found)
            except StopIteration as end:
                waiting.pop()
                found = end.value
            else:
                found = self._look(part)

    def _look(self, value: Any) -> bytes | Generator[Any, bytes, bytes]:
        kind = type(value)
        if kind in SCALARS:
            return scalar(value)
        place = id(value)
        if place in self._done:
            return self._done[place][1]
        if place in self._inside:
            self._met_inside.add(self._inside[place])
            return b"@%d" % self._inside[place]
        code = flat(value)
        if code is None:
            return self._read(value)
        if len(value) > _SMALL:
            self._done[place] = value, code
        return code

    def _read(self, value: Any) -> Generator[Any, bytes, bytes]:
        place, visit = id(value), self._visits
        self._visits += 1
        self._inside[place] = visit
        code = yield from self._first_that_can(value)
        del self._inside[place]
        if visit in self._met_inside:
            code = seal(b"circular", dumped(visit), code)
        self._done[place] = value, code
        return code

    def _first_that_can(self, value: Any) -> Generator[Any, bytes, bytes]:
        kind = type(value)
        if kind not in self._readers:
            self._readers[kind] = readers(value)
        for reader in self._readers[kind]:
            try:
                return (yield from reader(value, self.held))
            except Exception:  # noqa: S112 - whatever its methods raise: the next way to look at it
                continue
        return self.held.itself(value)
