"""From what a handler returned to what changes in its session."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from desktop_app.blocks.block import Block
from desktop_app.components.component import Component
from desktop_app.errors import HandlerError
from desktop_app.events.listener import Listener
from desktop_app.events.update import Update
from desktop_app.session.values import Values
from desktop_app.state.session_state import State

log = logging.getLogger("desktop_app")
KEEP = object()  # no new value


@dataclass(frozen=True)
class Write:
    """What one output becomes: changed properties by name, its view with them, and its value or KEEP."""

    block: Block
    view: Block
    properties: dict[str, Any]
    value: Any


def writes(listener: Listener, result: Any, values: Values) -> list[Write]:
    """Check all outputs before any is written, so that a wrong one leaves all as they were.

    Raises:
        HandlerError: too few values, a component that is no output, or a value that an output cannot show.
    """
    return [_write(listener, block, returned, values) for block, returned in _matched(listener, result)]


def _matched(listener: Listener, result: Any) -> list[tuple[Block, Any]]:
    outputs = listener.outputs
    if isinstance(result, dict) and result and all(isinstance(key, Block) for key in result):
        for block in result:
            if block not in outputs:
                raise HandlerError(
                    f"{listener.name}() returned a value for {block.name}, which is not among its outputs."
                )
        return list(result.items())
    if len(outputs) == 1:
        return [(outputs[0], result)]
    if not outputs:
        if result is not None and not listener.answers:
            log.warning("%s() returned a value, but has no outputs; it is ignored", listener.name)
        return []
    results = list(result) if isinstance(result, list | tuple) else [] if result is None else [result]
    if len(results) < len(outputs):
        wanted = ", ".join(block.name for block in outputs)
        raise HandlerError(
            f"{listener.name}() returned {len(results)} value(s), but has {len(outputs)} outputs ({wanted}). "
            "Return one value for each."
        )
    if len(results) > len(outputs):
        log.warning(
            "%s() returned %d values for %d outputs; the last ones are ignored",
            listener.name, len(results), len(outputs),
        )  # fmt: skip
    return list(zip(outputs, results, strict=False))


def _write(listener: Listener, block: Block, returned: Any, values: Values) -> Write:
    properties = _changed_properties(block, returned)
    if properties is None:
        properties = {"value": returned}
    value = properties.pop("value", KEEP)
    view = values.view(block).changed(properties) if properties else values.view(block)
    if value is KEEP:
        return Write(block, view, properties, value)
    if not isinstance(view, Component):
        raise HandlerError(f"{block.name} has no value; return {type(block).__name__}(…) to change it.")
    return Write(block, view, properties, view.to_page(value) if listener.postprocess else _page_value(view, value))


def _page_value(view: Component, value: Any) -> Any:
    """Take a value as the page has it, without postprocessing."""
    if not view.in_tree:
        return value
    try:
        return view.accept(value)
    except ValueError as error:
        raise HandlerError(f"{view.name} cannot have {value!r:.200} on the page: {error}") from error


def _changed_properties(block: Block, returned: Any) -> dict[str, Any] | None:
    if isinstance(returned, Update):
        return dict(returned.properties)
    if isinstance(returned, Block) and not isinstance(block, State):
        return returned.given()
    return None
