"""What a page shows at its start, and what is rendered later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.blocks.block import Block
from desktop_app.bridge.messages import Node
from desktop_app.session.session import Session


def node(block: Block, session: Session) -> Node:
    """Return a block of the session as the page needs it, with what is inside of it."""
    return Node(
        id=block.id,
        kind=block.kind,
        props=session.values.properties(block),
        events=session.scene.events(block),
        children=children(block, session),
    )


def children(block: Block, session: Session) -> list[Node]:
    """Return what is inside a block as the page needs it."""
    return [node(child, session) for child in session.scene.children(block) if child.in_tree]


def ids(nodes: Iterable[Node]) -> Iterator[int]:
    """Give the ids of these nodes and of all below them."""
    for each in nodes:
        yield each.id
        yield from ids(each.children)
