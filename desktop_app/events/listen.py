"""Attaching a listener: everything that can be known to be wrong is said here, not when it runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from desktop_app.blocks import context
from desktop_app.blocks.block import Block
from desktop_app.errors import DeclarationError
from desktop_app.events.arguments import Arguments
from desktop_app.events.dependency import Dependency
from desktop_app.events.listener import Listener, TriggerMode, function_name

if TYPE_CHECKING:
    from desktop_app.events.event import Trigger


class ListenerOptions(TypedDict, total=False):
    """How a listener runs.

    queue: False runs it at once, whatever its concurrency group does.
    concurrency_limit: how many may run at a time over all sessions; "default" is 1, None is no limit.
    concurrency_id: listeners of the same id share one limit; by default those of the same function do.
    trigger_mode: what a trigger does while the listener still runs in its session: "once" drops it, "multiple" runs
        it as well, "always_last" runs it once more at the end. By default "always_last" if a `change` is among its
        triggers, else "once".
    """

    queue: bool
    concurrency_limit: int | Literal["default"] | None
    concurrency_id: str | None
    trigger_mode: TriggerMode | None


def listen(
    triggers: Sequence[Trigger],
    fn: Callable[..., Any] | None,
    inputs: Any,
    outputs: Any,
    *,
    queue: bool = True,
    concurrency_limit: int | Literal["default"] | None = "default",
    concurrency_id: str | None = None,
    trigger_mode: TriggerMode | None = None,
) -> Dependency | Callable[[Callable[..., Any]], Dependency]:
    """Attach `fn` to the triggers in the open `Blocks`; without `fn`, return the decorator that does.

    Raises:
        DeclarationError: outside of `with Blocks()`, or for an input or output that is none.
    """

    def attach(fn: Callable[..., Any]) -> Dependency:
        blocks = context.open_blocks()
        if blocks is None:
            what = ", ".join(str(trigger) for trigger in triggers)
            raise DeclarationError(f"{what} can only be listened to inside `with Blocks():`.")
        if not callable(fn):
            raise DeclarationError(f"A listener needs a function, not {fn!r}.")
        ins, as_dict = as_blocks(inputs, "input"), isinstance(inputs, set | frozenset)
        listener = Listener(
            triggers=tuple(triggers),
            fn=fn,
            inputs=ins,
            outputs=as_blocks(outputs, "output"),
            inputs_as_dict=as_dict,
            queue=queue,
            concurrency_limit=_limit(concurrency_limit),
            concurrency_key=concurrency_id or _same_function(fn),
            trigger_mode=trigger_mode or _default_mode(triggers),
            arguments=Arguments(fn, 1 if as_dict else len(ins), function_name(fn)),
        )
        blocks.listeners.append(listener)
        return Dependency(listener)

    return attach if fn is None else attach(fn)


def as_blocks(given: Any, role: str) -> tuple[Block, ...]:
    """Return the blocks that were given as one, a list or a set.

    Raises:
        DeclarationError: for anything that is no block.
    """
    blocks = (given,) if isinstance(given, Block) else tuple(given or ())
    for block in blocks:
        if not isinstance(block, Block):
            raise DeclarationError(f"An {role} has to be a component, not {block!r}.")
    return blocks


def _limit(limit: int | Literal["default"] | None) -> int | None:
    if limit == "default":
        return 1
    if limit is not None and limit < 1:
        raise DeclarationError(f"concurrency_limit={limit} would never run the listener; use 1 or more, or None.")
    return limit


def _same_function(fn: Callable[..., Any]) -> object:
    """Bound methods are made anew at each access, so they are the same by object and function."""
    owner = getattr(fn, "__self__", None)
    return (id(owner), id(getattr(fn, "__func__", fn))) if owner is not None else id(fn)


def _default_mode(triggers: Sequence[Trigger]) -> TriggerMode:
    """A change that comes while the listener runs must not be the one that is lost."""
    return "always_last" if any(t.event == "change" for t in triggers) else "once"
