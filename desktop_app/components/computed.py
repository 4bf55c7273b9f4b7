"""Components whose value a function works out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop_app.errors import DeclarationError
from desktop_app.events.event import Trigger
from desktop_app.events.listen import as_blocks, make_listener

if TYPE_CHECKING:
    from desktop_app.components.component import Component


def compute(component: Component, fn: Callable[..., Any]) -> None:
    """Let `fn` work out the component's value at each load, at each tick of `every`, and when one of `inputs` changes.

    Raises:
        DeclarationError: the component is in no `Blocks`, or `every` is neither a number nor a Timer.
    """
    blocks = component.declared_in
    if blocks is None:
        raise DeclarationError(
            f"{component.name} needs a place inside `with Blocks():` for its value to be worked out."
        )
    changes = [getattr(block, "change", None) for block in as_blocks(component.inputs, "input")]
    triggers = [blocks.load, *(change for change in changes if change is not None), *_ticks(component)]
    progress = "full" if component.every is None else "hidden"
    blocks.attach(
        make_listener(triggers, fn, component.inputs, component, show_progress=progress, api_visibility="private")
    )


def _ticks(component: Component) -> list[Trigger]:
    from desktop_app.components.timer import Timer

    every = component.every
    if every is None:
        return []
    if isinstance(every, int | float):
        every = Timer(every)
    if not isinstance(every, Timer):
        raise DeclarationError(f"{component.name}: every={every!r}; use seconds or a Timer.")
    return [every.tick]
