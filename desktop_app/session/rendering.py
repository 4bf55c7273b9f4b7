"""Running a `render` function and putting what it made in its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from desktop_app.blocks.block import Block
from desktop_app.blocks.blocks import Blocks
from desktop_app.blocks.render import Part, Rendered
from desktop_app.components.timer import Timer
from desktop_app.errors import DeclarationError, HandlerError
from desktop_app.events.data import EventData
from desktop_app.events.listener import Listener
from desktop_app.session.cause import Cause
from desktop_app.session.steps import Wait, steps

if TYPE_CHECKING:
    from desktop_app.session.call import Call
    from desktop_app.session.session import Session


def draw(session: Session, listener: Listener, args: list[object], kwargs: dict[str, object], wait: Wait) -> Part:
    """Run the function of a `render` listener and return what it made.

    Raises:
        HandlerError: it has declared something wrongly; nothing of it is shown.
    """
    assert listener.fn is not None
    part = Part(app_id=session.blocks.app_id, render=False)
    try:
        with part:
            for _ in steps(listener.fn(*args, **kwargs), wait):
                pass
        _check_keys(part)
        part.listeners.check({block.id: block for block in (*session.scene, *part.blocks.values())})
    except DeclarationError as error:
        raise HandlerError(str(error)) from error
    return part


def show_part(session: Session, place: Rendered, part: Part, call: Call) -> None:
    """Let the page show a part in its place, and run its `load` listeners.

    A block with the key of one that was there takes its place: the page keeps its element, and it has the properties
    that `preserved_by_key` names.
    """
    with session.lock:
        if session.ended or session.scene.block(place.id) is None:
            return
        part.parent = place
        before = session.scene.part(place)
        successors = _successors(before, part) if before is not None else {}
        gone = session.scene.put(place, part)
        session.values.add(part.blocks.values(), part.listeners, {new: old for old, new in successors.items()})
        ids = _forget(session, gone, successors)
        session.scripts.define(part.listeners)
        session.page.show(place, session, ids)
        for block in _outside(part):
            session.page.listen(block.id, session.scene.events(block))
        session.page.flush()
        for block in part.blocks.values():
            if isinstance(block, Timer):
                session.timers.start(block)
        for listener in part.listeners:
            if any(isinstance(t.source, Blocks) and t.event == Blocks.load.name for t in listener.triggers):
                session.run(listener, Cause(EventData(None), listener=call.listener, before=call.cause))


def _check_keys(part: Part) -> None:
    seen: dict[Any, Block] = {}
    for block in part.blocks.values():
        if block.key is None:
            continue
        try:
            other = seen.setdefault(block.key, block)
        except TypeError:
            raise DeclarationError(
                f"{block.name}: key={block.key!r} cannot be a key; use a text or a number."
            ) from None
        if other is not block:
            raise DeclarationError(f"{other.name} and {block.name} have the same key {block.key!r} in one render().")


def _successors(before: Part, part: Part) -> dict[Block, Block]:
    """Let the new blocks of a key that was there be known by the ids of the old ones."""
    old = {block.key: block for block in before.blocks.values() if block.key is not None}
    found: dict[Block, Block] = {}
    for block in list(part.blocks.values()):
        predecessor = old.get(block.key) if block.key is not None else None
        if predecessor is not None and type(predecessor) is type(block):
            found[predecessor] = block
            del part.blocks[block.id]
            block.id = predecessor.id
            part.blocks[block.id] = block
    return found


def _forget(session: Session, gone: Iterable[Part], successors: dict[Block, Block]) -> list[int]:
    """Let go of what was rendered before, but for what is there again; return the ids of what is no more."""
    ids = []
    for part in gone:
        for block in part.blocks.values():
            if isinstance(block, Timer):
                session.timers.forget(block)
            if block not in successors:
                session.values.remove(block)
                ids.append(block.id)
    return ids


def _outside(part: Part) -> list[Block]:
    """Return the blocks elsewhere in the page that listeners of this part listen to."""
    sources = {trigger.source: None for listener in part.listeners for trigger in listener.triggers}
    return [
        source
        for source in sources
        if isinstance(source, Block)
        and source.in_tree
        and source.id not in part.blocks
        and not isinstance(source, Blocks)
    ]
