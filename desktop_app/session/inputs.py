"""What a run of a listener starts from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop_app.blocks.block import Block
from desktop_app.events.listener import Listener
from desktop_app.session.cause import Cause
from desktop_app.session.values import Values


@dataclass(frozen=True)
class Inputs:
    """The inputs of a listener at one moment; those that the page does not hold are read when it runs.

    Args:
        values: the value of each.
        edits: how often the user had edited each, and what the run goes back to.
        arguments: more arguments, behind the inputs, of a function that is called by its name.
    """

    values: dict[Block, Any]
    edits: dict[Block, int]
    arguments: tuple[Any, ...] = ()

    @classmethod
    def now(cls, listener: Listener, values: Values, cause: Cause) -> Inputs:
        """Return the inputs of `listener` as they are now."""
        blocks = [block for block in listener.inputs if block.in_tree]
        edits = {block: values.edits[block] for block in blocks}
        return cls({block: values[block] for block in blocks}, {**cause.edits, **edits})

    def overtaken(self, block: Block, values: Values) -> bool:
        """Tell whether the user has edited it since: a value that follows from the older one comes too late."""
        return block in self.edits and values.edits[block] != self.edits[block]
