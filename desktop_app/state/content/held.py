"""What a fingerprint has to hold on to, as no code can stand for it."""

from __future__ import annotations

from typing import Any

from desktop_app.state.content.seal import dumped, seal


class Held:
    """The objects that are compared themselves: by identity, or as their class says."""

    def __init__(self) -> None:
        self._same: dict[int, Any] = {}
        self._equal: dict[tuple[int, int], list[Any]] = {}

    def itself(self, thing: Any) -> bytes:
        """Return the code of a thing that equals only itself. It is held, so that no other one gets its address."""
        self._same[id(thing)] = thing
        return b"&%d" % id(thing)

    def by_equality(self, value: Any) -> bytes:
        """Return the code of a value whose class says by `__hash__` and `==` what equals it.

        Raises:
            Exception: what its `__hash__` raises.
        """
        kind, number = type(value), hash(value)
        alike = self._equal.setdefault((id(kind), number), [])
        index = next((index for index, other in enumerate(alike) if _equal(other, value)), len(alike))
        if index == len(alike):
            alike.append(value)
        return seal(b"hash", self.itself(kind), dumped([number, index]))

    def agrees(self, other: Held) -> bool:
        """Tell whether those that are compared by `==` are equal, each with the one in its place."""
        return self._equal.keys() == other._equal.keys() and all(
            len(mine) == len(theirs) and all(map(_equal, mine, theirs))
            for mine, theirs in zip(self._equal.values(), map(other._equal.__getitem__, self._equal), strict=True)
        )


def _equal(one: Any, other: Any) -> bool:
    try:
        return one is other or bool(one == other)
    except Exception:  # what cannot be compared is not known to be equal
        return False
