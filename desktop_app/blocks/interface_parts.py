"""The components and buttons of an Interface, from whatever form an author gave them in."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, TypeVar

from desktop_app.blocks import context
from desktop_app.blocks.block import Block
from desktop_app.blocks.component_names import component_named
from desktop_app.blocks.layout import Layout
from desktop_app.components.button import Button
from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError
from desktop_app.events.annotations import resolved_annotations
from desktop_app.events.cache import Cache
from desktop_app.events.data import EventData
from desktop_app.events.progress import Progress
from desktop_app.events.request import Request
from desktop_app.state.session_state import State

B = TypeVar("B", bound=Block)
_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


def as_components(given: Any, role: str) -> list[Component]:
    """Return components that were given as one, a list or not at all, each itself or by its name.

    Raises:
        DeclarationError: something is no component.
    """
    several = [] if given is None else list(given) if isinstance(given, list | tuple) else [given]
    return [_component(each, role) for each in several]


def pair_states(inputs: list[Component], outputs: list[Component]) -> None:
    """Let the State among the outputs be the one among the inputs.

    Raises:
        DeclarationError: there is not one of each.
    """
    ins = [place for place, component in enumerate(inputs) if isinstance(component, State)]
    outs = [place for place, component in enumerate(outputs) if isinstance(component, State)]
    if not ins and not outs:
        return
    if len(ins) != 1 or len(outs) != 1:
        raise DeclarationError(
            f"An Interface with a state has it once among its inputs and once among its outputs, not {len(ins)} and "
            f"{len(outs)} times. For several use Blocks, or one State that holds a dict."
        )
    outputs[outs[0]] = inputs[ins[0]]


def name_inputs(inputs: Sequence[Component], fn: Callable[..., Any]) -> None:
    """Let inputs without a label be called as the parameters are that they are for."""
    for component, name in zip(inputs, _parameter_names(fn), strict=False):
        _call(component, name)


def name_outputs(outputs: Sequence[Component]) -> None:
    """Let outputs without a label be called by their place."""
    for place, component in enumerate(outputs):
        _call(component, "output" if len(outputs) == 1 else f"output {place}")


def as_button(given: Any, name: str, variant: Literal["primary", "secondary", "stop"]) -> Button:
    """Return a button that was given itself or by its text, put where the open layout is.

    Raises:
        DeclarationError: it is neither.
    """
    if isinstance(given, Button):
        return put(given)
    if not isinstance(given, str):
        raise DeclarationError(f"Interface({name}={given!r}): give it a Button or the text of one.")
    return Button(given, variant=variant)


def put(block: B) -> B:
    """Put a block where the open layout is, also one that was put elsewhere when it was made; a State has no place."""
    layout, around = context.open_layout(), block.parent
    if not block.in_tree:
        return block
    inside = layout is not None and any(block.declared_in is each for each in _around(layout))
    if layout is None or not inside or not isinstance(around, Layout):
        return block.render()  # type: ignore[no-any-return]
    around.children.remove(block)
    layout.children.append(block)
    block.parent = layout
    return block


def show_only(component: Component) -> None:
    """Let the user not change an output, though flagging reads it, unless its author says so."""
    if getattr(component, "interactive", False) is None:
        component.interactive = False  # type: ignore[attr-defined]


def with_states(examples: Any, states: Sequence[int]) -> Any:
    """Return rows of examples with a place for each State among the inputs, which no example has a value for."""
    if not states or not isinstance(examples, list | tuple):
        return examples
    rows = [list(each) if isinstance(each, list | tuple) else [each] for each in examples]
    for row in rows:
        for place in states:
            if place < len(row):
                row.insert(place, None)
    return rows


def _component(given: Any, role: str) -> Component:
    if isinstance(given, str):
        return component_named(given)
    if not isinstance(given, Component):
        raise DeclarationError(
            f"An {role} of an Interface is a component or the name of one, such as 'textbox', not {given!r}."
        )
    return given


def _call(component: Component, name: str) -> None:
    if getattr(component, "label", "") is None:
        component.label = name  # type: ignore[attr-defined]


def _around(block: Block | None) -> Iterator[Block]:
    while block is not None:
        yield block
        block = block.parent


def _parameter_names(fn: Callable[..., Any]) -> list[str]:
    """Return the names of the parameters that take an input."""
    try:
        parameters = [p for p in inspect.signature(fn).parameters.values() if p.kind in _POSITIONAL]
    except (TypeError, ValueError):  # some builtins have no signature
        return []
    asked = resolved_annotations(fn, parameters)
    return [p.name for p in parameters if not isinstance(p.default, Progress | Cache) and not _is_ours(asked[p.name])]


def _is_ours(annotation: Any) -> bool:
    kinds = (annotation, *typing.get_args(annotation))  # also Request | None
    return any(inspect.isclass(kind) and issubclass(kind, Request | EventData) for kind in kinds)
