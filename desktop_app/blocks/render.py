"""Parts of the page that a function makes anew whenever something changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Literal, TypeVar

from desktop_app.blocks import context
from desktop_app.blocks.blocks import Blocks
from desktop_app.blocks.column import Column
from desktop_app.errors import DeclarationError
from desktop_app.events.callables import is_generator
from desktop_app.events.event import Trigger
from desktop_app.events.listen import as_blocks, make_listener
from desktop_app.events.listener import ShowProgress, TriggerMode, function_name

F = TypeVar("F", bound=Callable[..., Any])


class Rendered(Column):
    """The place of what a `render` function makes."""


class Part(Blocks):
    """What one run of a `render` function has made, for one session."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        context.leave(self)


def render(
    inputs: Any = None,
    triggers: Trigger | Sequence[Trigger] | None = None,
    *,
    queue: bool = True,
    trigger_mode: TriggerMode | None = "always_last",
    concurrency_limit: int | Literal["default"] | None = None,
    concurrency_id: str | None = None,
    show_progress: ShowProgress = "full",
    key: Any = None,
) -> Callable[[F], F]:
    """Let a function make components and listeners here, in each session, whenever its inputs change.

    What it made before goes, but a component with a `key` that it makes again stays the same element, and keeps the
    properties that its `preserved_by_key` names.

    Args:
        inputs: as for a listener.
        triggers: when it runs; by default at the load, and when an input changes.
        queue: as for a listener, like the arguments after it.
        trigger_mode: as for a listener.
        concurrency_limit: as for a listener.
        concurrency_id: as for a listener.
        show_progress: as for a listener; shown on the place that it fills.
        key: names it within another `render`.

    Returns:
        The decorator, which gives the function back as it is.

    Raises:
        DeclarationError: outside of `with Blocks()`, or for something that it cannot take.

    Example:
        >>> @render(inputs=count)
        ... def fields(count):
        ...     for number in range(count):
        ...         Textbox(label=f"Name {number}", key=number)
    """

    def decorate(fn: F) -> F:
        blocks = context.open_blocks()
        if blocks is None:
            raise DeclarationError(f"render() of {function_name(fn)}() can only be used inside `with Blocks():`.")
        if is_generator(fn):
            raise DeclarationError(
                f"{function_name(fn)}() is a generator; what render() calls makes everything at once."
            )
        place = Rendered()
        blocks.attach(
            make_listener(
                _triggers(blocks, inputs, triggers),
                fn,
                inputs,
                None,
                queue=queue,
                trigger_mode=trigger_mode,
                concurrency_limit=concurrency_limit,
                concurrency_id=concurrency_id,
                show_progress=show_progress,
                show_progress_on=place,
                api_visibility="private",
                key=key,
                renders=place,
            )
        )
        return fn

    return decorate


def _triggers(blocks: Blocks, inputs: Any, given: Trigger | Sequence[Trigger] | None) -> list[Trigger]:
    if isinstance(given, Trigger):
        return [given]
    if given is not None:
        return list(given)
    changes = [getattr(block, "change", None) for block in as_blocks(inputs, "input")]
    return [blocks.load, *(change for change in changes if change is not None)]
