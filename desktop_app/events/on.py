"""One listener on several events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.blocks import context
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Trigger
from desktop_app.events.listen import DECORATOR, ListenerOptions, as_blocks, listen

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from desktop_app.events.dependency import Dependency


def on(
    triggers: Trigger | Sequence[Trigger] | None = None,
    fn: Any = DECORATOR,
    inputs: Any = None,
    outputs: Any = None,
    **options: Unpack[ListenerOptions],
) -> Dependency | Callable[[Callable[..., Any]], Dependency]:
    """Run one function on any of several events; without `fn` it is a decorator.

    Args:
        triggers: such as `[name.submit, button.click]`; None listens to the change of every input, and to the load.
        fn: as for a single event.
        inputs: as for a single event.
        outputs: as for a single event.
        options: see `ListenerOptions`.

    Returns:
        The dependency, as for a single event; without `fn` the decorator.

    Raises:
        DeclarationError: outside of `with Blocks()`, or for a trigger that is no event.

    Example:
        >>> @on([first.change, last.change], inputs=[first, last], outputs=full)
        ... def join(first, last):
        ...     return f"{first} {last}"
    """
    if triggers is None:
        triggers = _changes_and_load(inputs)
    elif isinstance(triggers, Trigger):
        triggers = [triggers]
    for trigger in triggers:
        if not isinstance(trigger, Trigger):
            raise DeclarationError(f"on() takes events such as button.click, not {trigger!r}.")
    return listen(list(triggers), fn, inputs, outputs, **options)


def _changes_and_load(inputs: Any) -> list[Trigger]:
    blocks = context.open_blocks()
    if blocks is None:
        raise DeclarationError("on() can only be used inside `with Blocks():`.")
    changes = [getattr(block, "change", None) for block in as_blocks(inputs, "input")]
    return [*(change for change in changes if change is not None), blocks.load]
