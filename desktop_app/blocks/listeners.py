"""The listeners of some blocks, found by what triggers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.errors import DeclarationError

if TYPE_CHECKING:
    from desktop_app.blocks.block import Block
    from desktop_app.events.listener import Listener


class Listeners:
    """Keeps listeners in the order they were attached, each once."""

    def __init__(self) -> None:
        self._all: dict[Listener, None] = {}
        self._by_source: defaultdict[object, dict[str, list[Listener]]] = defaultdict(dict)
        self._limits: defaultdict[object, list[int | None]] = defaultdict(list)

    def __iter__(self) -> Iterator[Listener]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def add(self, listener: Listener) -> None:
        """Put a listener behind the others."""
        if listener in self._all:
            return
        self._all[listener] = None
        for trigger in dict.fromkeys(listener.triggers):
            self._by_source[trigger.source].setdefault(trigger.event, []).append(listener)
        if listener.concurrency_limit != "default":
            self._limits[listener.concurrency_key].append(listener.concurrency_limit)

    def extend(self, others: Listeners) -> None:
        """Add those of other blocks."""
        for listener in others:
            self.add(listener)

    def of(self, source: object, event: str) -> Sequence[Listener]:
        """Return those on one event of a block, or on the end of a listener, in the order they were attached."""
        found = self._by_source.get(source)
        return found.get(event, ()) if found else ()

    def events(self, block: Block) -> Iterable[str]:
        """Return the events of a block that somebody listens to."""
        return self._by_source.get(block, ())

    def limit(self, listener: Listener, default: int | None) -> int | None:
        """Return how many of the listener's group may run at a time: the lowest limit that one of them sets."""
        limits = self._limits.get(listener.concurrency_key)
        if not limits:
            return default
        return min((limit for limit in limits if limit is not None), default=None)

    def check(self, blocks: Mapping[int, Block]) -> None:
        """Look at each listener once all blocks have their place.

        Raises:
            DeclarationError: a listener uses a component that is none of these.
        """
        for listener in self._all:
            roles = {
                "input": listener.inputs,
                "output": listener.outputs,
                "show_progress_on": listener.show_progress_on,
            }
            for role, used in roles.items():
                for block in used:
                    if block.id not in blocks and block is not listener.renders:
                        raise DeclarationError(
                            f"{block.name}, {'an ' + role if role != 'show_progress_on' else role} of "
                            f"{listener.name}(), is no part of this app: make it inside the same `with Blocks():`, or "
                            "put it there with render()."
                        )
