"""What a page shows at its start."""

from __future__ import annotations

from desktop_app.blocks.block import Block
from desktop_app.blocks.layout import Layout
from desktop_app.bridge.messages import Node
from desktop_app.session.session import Session


def tree(session: Session) -> Node:
    """Return the session's blocks as the page needs them, children inside their layouts."""
    listened: dict[Block, set[str]] = {}
    for listener in session.blocks.listeners:
        for trigger in listener.triggers:
            listened.setdefault(trigger.block, set()).add(trigger.event)
    return _node(session.blocks, session, listened)


def _node(block: Block, session: Session, listened: dict[Block, set[str]]) -> Node:
    children = block.children if isinstance(block, Layout) else []
    return Node(
        id=block.id,
        kind=block.kind,
        props=session.values.properties(block),
        events=sorted(listened.get(block, ())),
        children=[_node(child, session, listened) for child in children if child.in_tree],
    )
