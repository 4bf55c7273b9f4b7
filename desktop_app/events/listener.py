"""One function of the author's and when it runs."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.events.arguments import Arguments

if TYPE_CHECKING:
    from desktop_app.blocks.block import Block
    from desktop_app.blocks.render import Rendered
    from desktop_app.events.event import Trigger

TriggerMode = Literal["once", "multiple", "always_last"]
ShowProgress = Literal["full", "minimal", "hidden"]
ApiVisibility = Literal["public", "private", "undocumented"]
_ids = itertools.count(1)


@dataclass(frozen=True, eq=False)
class Listener:
    """A declared listener: what triggers it, what it gets and what it writes; see `ListenerOptions`.

    `concurrency_key` names the group whose members share a limit over all sessions. `renders` is what a `render`
    function fills; it has no outputs of its own.
    """

    triggers: tuple[Trigger, ...]
    fn: Callable[..., Any] | None
    inputs: tuple[Block, ...]
    outputs: tuple[Block, ...]
    inputs_as_dict: bool
    arguments: Arguments | None
    concurrency_key: object
    trigger_mode: TriggerMode
    queue: bool = True
    concurrency_limit: int | Literal["default"] | None = "default"
    batch: bool = False
    max_batch_size: int = 4
    cancels: tuple[Listener, ...] = ()
    validator: Callable[..., Any] | None = None
    validator_arguments: Arguments | None = None
    js: str | None = None
    preprocess: bool = True
    postprocess: bool = True
    show_progress: ShowProgress = "full"
    show_progress_on: tuple[Block, ...] = ()
    scroll_to_output: bool = False
    time_limit: float | None = None
    stream_every: float = 0.5
    api_name: str | Literal[False] | None = None
    api_description: str | Literal[False] | None = None
    api_visibility: ApiVisibility = "public"
    key: Any = None
    renders: Rendered | None = None
    id: int = field(default_factory=lambda: next(_ids))

    @property
    def name(self) -> str:
        """What messages call it: the name of its function."""
        if self.fn is not None:
            return function_name(self.fn)
        return "the script" if self.js is not None else "the listener"

    @property
    def where(self) -> str:
        """What messages call it and what it listens to."""
        return " on ".join([f"{self.name}()", *([str(self.triggers[0])] if self.triggers else [])])

    @cached_property
    def answers(self) -> bool:
        """Whether what it returns answers whoever asks, and is written nowhere."""
        return any(trigger.answers for trigger in self.triggers)

    @cached_property
    def shown_on(self) -> tuple[Block, ...]:
        """The blocks that show that it is running."""
        if self.show_progress == "hidden":
            return ()
        outputs = [block for block in self.outputs if getattr(block, "show_progress", True)]  # layouts say it
        return tuple(block for block in self.show_progress_on or outputs if block.in_tree)


def function_name(fn: Callable[..., Any]) -> str:
    """Return what an author would call `fn`."""
    inner = getattr(fn, "func", fn)  # functools.partial
    return getattr(inner, "__name__", None) or type(inner).__name__
