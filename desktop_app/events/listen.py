"""Attaching a listener: everything that can be known to be wrong is said here, not when it runs."""

from __future__ import annotations

import typing
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from desktop_app.blocks import context
from desktop_app.blocks.block import Block
from desktop_app.errors import DeclarationError
from desktop_app.events.arguments import Arguments
from desktop_app.events.callables import is_generator
from desktop_app.events.listener import (
    ApiVisibility,
    Listener,
    ShowProgress,
    TriggerMode,
    function_name,
)

if TYPE_CHECKING:
    from desktop_app.events.dependency import Dependency
    from desktop_app.events.event import Trigger

DECORATOR = "decorator"  # in place of a function: what comes back is the decorator


class ListenerOptions(TypedDict, total=False):
    """How a listener runs.

    Args:
        api_name: the name by which Python code calls it, see `HeadlessApp.call`; by default that of its function. False
            gives it none.
        api_description: says there what it does; by default the function's docstring. False says nothing.
        api_visibility: "private" keeps it from being called by its name; "undocumented" keeps it out of the list of
            names.
        scroll_to_output: True brings the first output into view when it is done.
        show_progress: "full" covers the outputs while it runs, "minimal" shows its time alone, "hidden" nothing.
        show_progress_on: a component or a list of them that show it, in place of the outputs.
        queue: False runs it at once, whatever its concurrency group does.
        batch: True hands it lists, of the values of several events that wait; it returns a list of lists, one per
            output.
        max_batch_size: how many events it takes together.
        preprocess: False hands it the values as the page has them.
        postprocess: False takes what it returns as the page's values.
        cancels: a dependency or a list of them: their events that wait are dropped, generators stop at their next
            `yield`, `async` functions at their next `await`, and what others still return goes nowhere.
        trigger_mode: what a trigger does while the listener still runs in its session: "once" drops it, "multiple" runs
            it as well, "always_last" runs it once more at the end. By default "always_last" if a `change` or `key_up`
            is among its triggers, "multiple" for a `stream`, else "once".
        js: a JavaScript function, or the code of one, that runs in the page before `fn`. It gets the values of inputs
            and outputs; what it returns replaces the inputs, or without `fn` is written to the outputs.
        concurrency_limit: how many may run at a time over all sessions; "default" is what `Blocks.queue` says, else 1;
            None is no limit.
        concurrency_id: listeners of the same id share the lowest of their limits; by default those of the same function
            do.
        time_limit: seconds after which it is stopped, as by `cancels`.
        stream_every: seconds between two runs by `stream` events; what comes sooner waits, and the last of it counts.
        key: names it within `render`: what it was doing is not forgotten when it is rendered again.
        validator: gets the same inputs before `fn`, without waiting; returns a `validate(…)` for each input. `fn` runs
            only if all are valid; what is wrong is shown at the inputs.
    """

    api_name: str | Literal[False] | None
    api_description: str | Literal[False] | None
    api_visibility: ApiVisibility
    scroll_to_output: bool
    show_progress: ShowProgress
    show_progress_on: Any
    queue: bool
    batch: bool
    max_batch_size: int
    preprocess: bool
    postprocess: bool
    cancels: Any
    trigger_mode: TriggerMode | None
    js: str | None
    concurrency_limit: int | Literal["default"] | None
    concurrency_id: str | None
    time_limit: float | None
    stream_every: float
    key: Any
    validator: Callable[..., Any] | None


def listen(
    triggers: Sequence[Trigger],
    fn: Any,
    inputs: Any,
    outputs: Any,
    **options: Any,
) -> Dependency | Callable[[Callable[..., Any]], Dependency]:
    """Attach `fn` to the triggers in the open `Blocks`; for DECORATOR, return the decorator that does.

    Raises:
        DeclarationError: outside of `with Blocks()`, or for something the listener cannot take.
    """

    def attach(fn: Callable[..., Any] | None) -> Dependency:
        from desktop_app.events.dependency import Dependency

        blocks = context.open_blocks()
        if blocks is None:
            what = ", ".join(str(trigger) for trigger in triggers)
            raise DeclarationError(f"{what} can only be listened to inside `with Blocks():`.")
        listener = make_listener(triggers, fn, inputs, outputs, **options)
        blocks.attach(listener)
        return Dependency(listener)

    return attach if fn == DECORATOR else attach(fn)


def make_listener(
    triggers: Sequence[Trigger],
    fn: Callable[..., Any] | None,
    inputs: Any,
    outputs: Any,
    *,
    trigger_mode: TriggerMode | None = None,
    concurrency_id: str | None = None,
    show_progress_on: Any = None,
    cancels: Any = None,
    validator: Callable[..., Any] | None = None,
    **options: Any,
) -> Listener:
    """Check everything and return the listener.

    Raises:
        DeclarationError: for something it cannot take; the message names the function and what to do.
    """
    if fn is not None and not callable(fn):
        raise DeclarationError(f"A listener needs a function, not {fn!r}.")
    name = function_name(fn) if fn is not None else "the listener"
    ins, as_dict = as_blocks(inputs, "input"), isinstance(inputs, set | frozenset)
    count = 1 if as_dict else len(ins)
    by_name_alone = not triggers  # then its caller says what it gets
    _check_options(name, fn, trigger_mode, options)
    if validator is not None and not callable(validator):
        raise DeclarationError(f"{name}: validator has to be a function, not {validator!r}.")
    outs = as_blocks(outputs, "output")
    answering = next((trigger for trigger in triggers if trigger.answers), None)
    if answering is not None and outs:
        raise DeclarationError(f"{name}: what it returns answers {answering}, so it has no outputs.")
    return Listener(
        triggers=tuple(triggers),
        fn=fn,
        inputs=ins,
        outputs=outs,
        inputs_as_dict=as_dict,
        arguments=Arguments(fn, None if by_name_alone else count, name) if fn is not None else None,
        concurrency_key=concurrency_id or _same_function(fn),
        trigger_mode=trigger_mode or _default_mode(triggers),
        show_progress_on=as_blocks(show_progress_on, "block that shows the progress"),
        cancels=_listeners(cancels, name),
        validator=validator,
        validator_arguments=Arguments(validator, count, function_name(validator)) if validator is not None else None,
        **options,
    )


def as_blocks(given: Any, role: str) -> tuple[Block, ...]:
    """Return the blocks that were given as one, a list or a set.

    Raises:
        DeclarationError: for anything that is no block.
    """
    blocks = (given,) if isinstance(given, Block) or not _is_several(given) else tuple(given)
    blocks = () if given is None else blocks
    for block in blocks:
        if not isinstance(block, Block):
            raise DeclarationError(f"An {role} has to be a component, not {block!r}.".replace("An block", "A block"))
    return blocks


def _is_several(given: Any) -> bool:
    return isinstance(given, list | tuple | set | frozenset)


def _listeners(cancels: Any, name: str) -> tuple[Listener, ...]:
    from desktop_app.events.dependency import Dependency

    given = [] if cancels is None else list(cancels) if _is_several(cancels) else [cancels]
    for each in given:
        if not isinstance(each, Dependency):
            raise DeclarationError(
                f"{name}: cancels takes what attaching a listener returned, as in run = button.click(…), not {each!r}."
            )
    return tuple(each.listener for each in given)


_CHOICES: dict[str, tuple[Any, ...]] = {
    "show_progress": typing.get_args(ShowProgress),
    "api_visibility": typing.get_args(ApiVisibility),
}
_POSITIVE = ("max_batch_size", "time_limit", "stream_every")


def _check_options(
    name: str, fn: Callable[..., Any] | None, trigger_mode: TriggerMode | None, options: dict[str, Any]
) -> None:
    unknown = set(options) - set(ListenerOptions.__annotations__) - {"renders"}
    if unknown:
        raise DeclarationError(f"{name}: a listener has no argument {', '.join(sorted(map(repr, unknown)))}.")
    if trigger_mode is not None and trigger_mode not in typing.get_args(TriggerMode):
        raise DeclarationError(f"{name}: trigger_mode={trigger_mode!r}; use {_either(typing.get_args(TriggerMode))}.")
    for option, choices in _CHOICES.items():
        if option in options and options[option] not in choices:
            raise DeclarationError(f"{name}: {option}={options[option]!r}; use {_either(choices)}.")
    for option in _POSITIVE:
        if options.get(option) is not None and not options[option] > 0:
            raise DeclarationError(f"{name}: {option}={options[option]!r} has to be more than 0.")
    limit = options.get("concurrency_limit", "default")
    if limit not in ("default", None) and limit < 1:
        raise DeclarationError(f"concurrency_limit={limit} would never run the listener; use 1 or more, or None.")
    js = options.get("js")
    if js is not None and not isinstance(js, str):
        raise DeclarationError(f"{name}: js has to be JavaScript code as a text, not {js!r}.")
    if options.get("batch") and (fn is None or is_generator(fn)):
        raise DeclarationError(f"{name}: batch=True needs a function that returns lists; it cannot be a generator.")


def _either(choices: tuple[Any, ...]) -> str:
    return " or ".join(map(repr, choices))


def _same_function(fn: Callable[..., Any] | None) -> object:
    """Bound methods are made anew at each access, so they are the same by object and function."""
    if fn is None:
        return object()
    owner = getattr(fn, "__self__", None)
    return (id(owner), id(getattr(fn, "__func__", fn))) if owner is not None else id(fn)


def _default_mode(triggers: Sequence[Trigger]) -> TriggerMode:
    """A change that comes while the listener runs must not be the one that is lost."""
    events = {trigger.event for trigger in triggers}
    if events & {"change", "key_up"}:
        return "always_last"
    return "multiple" if "stream" in events else "once"
