"""A block that holds others."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import TypeVar

from desktop_app.blocks import context
from desktop_app.blocks.block import Block

L = TypeVar("L", bound="Layout")


class Layout(Block):
    """The base of Row, Column and their like: what is made inside its `with` belongs to it."""

    def __post_init__(self) -> None:
        self.children: list[Block] = []
        super().__post_init__()

    def add(self, block: Block) -> None:
        """Put `block` behind the blocks that are here already."""
        block.parent = self
        self.children.append(block)
        blocks = context.open_blocks()
        if blocks is not None:
            blocks.register(block)

    def inside(self) -> Sequence[Block]:
        """Return the blocks that belong to it."""
        return self.children

    def __enter__(self: L) -> L:
        context.enter(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        context.leave(self)
