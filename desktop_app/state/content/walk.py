"""The way through a value: every part once, however deep, shared or circular."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop_app.state.content.containers import flat
from desktop_app.state.content.held import Held
from desktop_app.state.content.reading import Reader, Reading
from desktop_app.state.content.rules import readers
from desktop_app.state.content.seal import SCALARS, dumped, scalar, seal

_SMALL = 64  # flat containers up to this length are read again rather than remembered


class Visit:
    """A part that is being read: by a generator that yields the parts it wants the codes of and returns its code."""

    __slots__ = ("number", "reading", "value", "ways")

    def __init__(self, value: Any, number: int, ways: Iterator[Reader], held: Held) -> None:
        self.value = value
        self.number = number
        self.ways = ways
        self.read_otherwise(held)

    def read_otherwise(self, held: Held) -> None:
        """Begin to read in the next way there is."""
        self.reading = next(self.ways)(self.value, held)


class Walk:
    """Reads one value.

    The readers of the parts wait on a list, not on Python's stack, so depth is no limit. A part that is met again
    inside itself is written as the number of its visit, and then that number goes into its own code.
    """

    def __init__(self) -> None:
        self.held = Held()
        self._ways: dict[type, list[Reader]] = {}
        self._done: dict[int, tuple[Any, bytes]] = {}  # with the value, so that its address stays its own
        self._open: dict[int, int] = {}
        self._met_inside: set[int] = set()
        self._visits = 0

    def code(self, value: Any) -> bytes:
        """Return the code of a value; raises nothing of what the value's own methods raise."""
        waiting: list[Visit] = []
        code = self._look(value, waiting)
        while waiting:
            visit = waiting[-1]
            try:
                part = visit.reading.send(code)
            except StopIteration as end:
                waiting.pop()
                code = self._leave(visit, end.value)
            except Exception:  # whatever its methods raise: the next way to look at it
                visit.read_otherwise(self.held)
                code = None
            else:
                code = self._look(part, waiting)
        assert code is not None
        return code

    def _look(self, value: Any, waiting: list[Visit]) -> bytes | None:
        """Return the code of a part; None if it has to be read first, which then waits to be done."""
        try:
            code = self._code_at_once(value)
            if code is None:
                waiting.append(self._visit(value))
        except Exception:  # a metaclass whose classes have no hash, say
            code = self.held.itself(value)
        return code

    def _code_at_once(self, value: Any) -> bytes | None:
        if type(value) in SCALARS:
            return scalar(value)
        place = id(value)
        if place in self._done:
            return self._done[place][1]
        if place in self._open:
            self._met_inside.add(self._open[place])
            return b"@%d" % self._open[place]
        code = flat(value)
        if code is not None and len(value) > _SMALL:
            self._done[place] = value, code
        return code

    def _visit(self, value: Any) -> Visit:
        kind = type(value)
        if kind not in self._ways:
            self._ways[kind] = [*readers(value), _itself]
        visit = Visit(value, self._visits, iter(self._ways[kind]), self.held)
        self._open[id(value)] = visit.number
        self._visits += 1
        return visit

    def _leave(self, visit: Visit, code: bytes) -> bytes:
        del self._open[id(visit.value)]
        if visit.number in self._met_inside:
            code = seal(b"circular", dumped(visit.number), code)
        self._done[id(visit.value)] = visit.value, code
        return code


def _itself(value: Any, held: Held) -> Reading:
    yield from ()
    return held.itself(value)
