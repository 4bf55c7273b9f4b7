"""Copies of what a cache keeps, so that nobody changes what others get."""

from __future__ import annotations

import copy
from typing import Any

from desktop_app.blocks.block import Block


def copied(value: Any) -> Any:
    """Return a copy; what cannot be copied is shared, and so are components, which are who they are."""
    try:
        return copy.deepcopy(value, {id(block): block for block in _blocks(value)})
    except Exception:  # an author's object may refuse in any way
        return value


def _blocks(value: Any) -> list[Block]:
    """Return the components that a handler's answer names: itself, one of several, or the keys and values of a dict."""
    parts = [*value.keys(), *value.values()] if isinstance(value, dict) else value
    return [part for part in (parts if isinstance(parts, list | tuple) else [value]) if isinstance(part, Block)]
