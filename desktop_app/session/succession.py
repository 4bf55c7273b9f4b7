"""What a session takes over from one of an older version of its app."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop_app.blocks.block import Block
from desktop_app.blocks.blocks import Blocks

if TYPE_CHECKING:
    from desktop_app.session.session import Session

Identity = tuple[str, str | None, int]


def succeed(session: Session, before: Session) -> None:
    """Let a session that has not started yet have the values of another, of blocks that are declared alike; end that.

    A block is the same if its class is, and its label, its elem_id or the name of its variable; of several the first
    is the first. What it holds is taken over if what it starts with is the same, too.
    """
    with before.lock:
        old = identities(before.blocks)
        pairs = [(old[identity], block) for identity, block in identities(session.blocks).items() if identity in old]
        session.values.succeed(before.values, pairs)
    before.end()


def identities(blocks: Blocks) -> dict[Identity, Block]:
    """Return the blocks by what they are in every version of the app."""
    counts: Counter[tuple[str, str | None]] = Counter()
    found: dict[Identity, Block] = {}
    for block in blocks.blocks.values():
        what = type(block).__name__, getattr(block, "label", None) or block.elem_id or block.variable
        found[what[0], what[1], counts[what]] = block
        counts[what] += 1
    return found
