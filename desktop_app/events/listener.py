"""One function of the author's and when it runs."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.events.arguments import Arguments

if TYPE_CHECKING:
    from desktop_app.blocks.block import Block
    from desktop_app.events.event import Trigger

TriggerMode = Literal["once", "multiple", "always_last"]
_ids = itertools.count(1)


@dataclass(frozen=True, eq=False)
class Listener:
    """A declared listener: what triggers it, what it gets and what it writes.

    `concurrency_key` names the group whose members share `concurrency_limit` over all sessions; None is no limit.
    """

    triggers: tuple[Trigger, ...]
    fn: Callable[..., Any]
    inputs: tuple[Block, ...]
    outputs: tuple[Block, ...]
    inputs_as_dict: bool
    queue: bool
    concurrency_limit: int | None
    concurrency_key: object
    trigger_mode: TriggerMode
    arguments: Arguments
    id: int = field(default_factory=lambda: next(_ids))

    @property
    def name(self) -> str:
        """What messages call it: the name of its function."""
        return function_name(self.fn)


def function_name(fn: Callable[..., Any]) -> str:
    """Return what an author would call `fn`."""
    inner = getattr(fn, "func", fn)  # functools.partial
    return getattr(inner, "__name__", None) or type(inner).__name__
