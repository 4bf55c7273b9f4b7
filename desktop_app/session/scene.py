"""What there is in a session: what the author declared, and what has been rendered since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.blocks.block import Block
from desktop_app.blocks.blocks import Blocks
from desktop_app.blocks.render import Part, Rendered
from desktop_app.events.listener import Listener


class Scene:
    """Finds blocks and listeners.

    Args:
        blocks: what was declared.
    """

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._parts: dict[Rendered, Part] = {}

    def __iter__(self) -> Iterator[Block]:
        for blocks in self._all():
            yield from blocks.blocks.values()

    def block(self, block_id: int) -> Block | None:
        """Return the block of this id, if there is one."""
        found = self._blocks.blocks.get(block_id)
        if found is not None or not self._parts:
            return found
        return next((found for part in self._parts.values() if (found := part.blocks.get(block_id)) is not None), None)

    def children(self, block: Block) -> Sequence[Block]:
        """Return what is inside a block now."""
        part = self._parts.get(block) if isinstance(block, Rendered) else None
        return part.children if part is not None else block.inside()

    def events(self, block: Block) -> list[str]:
        """Return the events of a block that somebody listens to."""
        return sorted({event for blocks in self._all() for event in blocks.listeners.events(block)})

    def listeners(self, source: object, event: str) -> Sequence[Listener]:
        """Return the listeners on one event of a block, or on the end of a listener."""
        if not self._parts:
            return self._blocks.listeners.of(source, event)
        return [listener for blocks in self._all() for listener in blocks.listeners.of(source, event)]

    def limit(self, listener: Listener) -> int | None:
        """Return how many of the listener's group may run at a time; None is no limit."""
        return self._blocks.listeners.limit(listener, self._blocks.default_concurrency_limit)

    def part(self, place: Rendered) -> Part | None:
        """Return what was rendered in a place last."""
        return self._parts.get(place)

    def put(self, place: Rendered, part: Part | None) -> list[Part]:
        """Let a part be what is rendered in a place.

        Returns:
            What was there, and what had been rendered inside of that.
        """
        gone = [before] if (before := self._parts.pop(place, None)) is not None else []
        for each in gone:
            gone += [
                inner
                for block in each.blocks.values()
                if isinstance(block, Rendered) and (inner := self._parts.pop(block, None)) is not None
            ]
        if part is not None:
            self._parts[place] = part
        return gone

    def _all(self) -> Iterator[Blocks]:
        yield self._blocks
        yield from self._parts.values()
