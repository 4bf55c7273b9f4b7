"""Calling an author's function and delivering what it returns."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.components.component import Component
from desktop_app.errors import Error, HandlerError
from desktop_app.events.arguments import Arguments
from desktop_app.events.progress import tracked
from desktop_app.events.request import current_request
from desktop_app.events.toast import audience
from desktop_app.events.validate import problems
from desktop_app.session.cause import Follow, following
from desktop_app.session.journal import Run
from desktop_app.session.outputs import KEEP, Write, writes
from desktop_app.session.rendering import draw, show_part
from desktop_app.session.shared_writes import write_shared
from desktop_app.session.states_before import StatesBefore
from desktop_app.session.steps import is_stream, steps
from desktop_app.session.values import same
from desktop_app.state.session_state import State
from desktop_app.state.shared_component import SharedComponent

if TYPE_CHECKING:
    from desktop_app.session.call import Call
    from desktop_app.session.runner import Job


def execute(call: Call) -> Literal["success", "stopped"]:
    """Run a call's function and deliver each of its steps.

    Raises:
        Exception: whatever the function raises, or HandlerError for what its outputs cannot take; they stay as they
            were, and States that it has changed in place are as before.
    """
    session, listener = call.session, call.listener
    assert listener.fn is not None
    assert listener.arguments is not None
    before = _states(call)
    try:
        with _Running(call) as run:
            args, kwargs = _arguments(call, listener.arguments, preprocess=listener.preprocess)
            if listener.renders is not None:
                part = draw(session, listener, args, kwargs, call.wait)
                if not call.stopped:
                    show_part(session, listener.renders, part, call)
                return "success"
            made = listener.fn(*args, **kwargs)
            streams = is_stream(made)
            results = steps(made, call.wait)
            with contextlib.closing(results):
                for result in results:
                    if call.stopped or session.ended:
                        run.outcome = "stopped"
                        return "stopped"
                    # The last step is shown with the end of the call: whoever sees it may trigger the next one.
                    _deliver(call, writes(listener, result, session.values), before, show=streams)
                    call.returned = result
                    if streams:
                        before = _states(call)
                        changed, call.changed = call.changed, []
                        session.followers.of_writes(changed, call)
    except Exception:
        before.restore(session.values)
        raise
    return "success"


def execute_together(jobs: Sequence[Job]) -> None:
    """Run a function once for several calls: it gets a list for each input, and returns one for each output."""
    calls: list[Call] = [job.call for job in jobs if job.call is not None]
    for call in [call for call in calls if call.stopped or call.session.ended]:
        calls.remove(call)
        call.end("stopped")
    rows: list[tuple[Call, list[object]]] = []
    for call in calls:
        try:
            rows.append((call, _values(call, preprocess=call.listener.preprocess)))
        except Exception as error:  # what one user entered cannot be handed over; the others' can
            call.fail(error)
    if not rows:
        return
    first = rows[0][0]
    listener = first.listener
    assert listener.fn is not None
    assert listener.arguments is not None
    try:
        with _Running(first):
            columns: list[object] = [list(column) for column in zip(*(values for _, values in rows), strict=True)]
            args, kwargs = listener.arguments.fill(columns, [], first.session.request, first.cause.data, None)
            [result] = steps(listener.fn(*args, **kwargs), first.wait)
            results = _rows(first, result, len(rows))
    except Exception as error:
        for call, _ in rows:
            call.fail(error)
        return
    for (call, _), returned in zip(rows, results, strict=True):
        try:
            with _Running(call):
                _deliver(call, writes(listener, returned, call.session.values), _states(call))
        except Exception as error:
            call.fail(error)
        else:
            call.end("success")


def validate(call: Call) -> bool:
    """Run a call's validator; show what is wrong at its inputs, and return whether nothing is.

    Raises:
        Exception: whatever it raises, or HandlerError if it returns something else than `validate(…)`.
    """
    session, listener = call.session, call.listener
    assert listener.validator is not None
    assert listener.validator_arguments is not None
    with _Running(call):
        args, kwargs = _arguments(call, listener.validator_arguments, preprocess=listener.preprocess)
        [result] = steps(listener.validator(*args, **kwargs), call.wait)
        found = problems(result, len(listener.inputs))
    for block, message in zip(listener.inputs, found, strict=True):
        if block.in_tree and session.scene.block(block.id) is not None:
            session.page.problem(block.id, message)
        elif message is not None:
            raise Error(message, print_exception=False)
    session.page.flush()
    wrong = [message for message in found if message is not None]
    if wrong:
        call.error = Error("\n".join(wrong), print_exception=False)
    return not wrong


class _Running(Run):
    """Tells everything that is done meanwhile in whose name it is done."""

    def __init__(self, call: Call) -> None:
        session = call.session
        super().__init__(session.journal, session.request.window, call.listener.name)
        self._call = call

    def __enter__(self) -> _Running:
        session = self._call.session
        self._audience = audience.set(session)
        self._request = current_request.set(session.request)
        self._tracked = tracked.set(None)
        self._following = following.set(Follow(self._call.listener, self._call.cause))
        super().__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        super().__exit__(*error)
        audience.reset(self._audience)
        current_request.reset(self._request)
        tracked.reset(self._tracked)
        following.reset(self._following)


def _states(call: Call) -> StatesBefore:
    outputs = call.listener.outputs
    return StatesBefore([block for block in outputs if isinstance(block, State)], call.session.values)


def _values(call: Call, *, preprocess: bool) -> list[object]:
    held, current = call.inputs.values, call.session.values
    values: list[object] = []
    for component in call.listener.inputs:
        value = held[component] if component in held else current[component]
        try:
            values.append(current.argument(component, value) if preprocess else value)
        except ValueError as error:  # what the user entered cannot be handed over
            raise Error(str(error), print_exception=False) from error
    if call.listener.inputs_as_dict:
        return [dict(zip(call.listener.inputs, values, strict=True))]
    return [*values, *call.inputs.arguments]


def _arguments(call: Call, plan: Arguments, *, preprocess: bool) -> tuple[list[object], dict[str, object]]:
    session = call.session
    values = _values(call, preprocess=preprocess)
    views = [session.values.view(block) for block in call.listener.inputs]
    return plan.fill(values, views, session.request, call.cause.data, call.progressed)


def _rows(call: Call, result: Any, count: int) -> list[Any]:
    """Return what a function of `batch=True` has returned, by event."""
    name, outputs = call.listener.name, call.listener.outputs
    if not outputs:
        return [None] * count
    columns = list(result) if isinstance(result, list | tuple) else []
    if len(columns) != len(outputs) or any(
        not isinstance(column, list | tuple) or len(column) != count for column in columns
    ):
        raise HandlerError(
            f"{name}() takes {count} events at once (batch=True): return a list with one list for each of its "
            f"{len(outputs)} output(s), each with {count} value(s)."
        )
    return list(columns[0]) if len(outputs) == 1 else list(zip(*columns, strict=True))


def _deliver(call: Call, planned: list[Write], before: StatesBefore, *, show: bool = False) -> None:
    session = call.session
    if session.ended or call.stopped:
        return
    changed = write_shared(session, [write for write in planned if isinstance(write.block, SharedComponent)])
    with session.lock:
        if session.ended:
            return
        for write in planned:
            if call.inputs.overtaken(write.block, session.values):
                write = replace(write, value=KEEP)
            if not isinstance(write.block, SharedComponent) and _apply(call, write):
                changed.append(write.block)
        changed += before.changed(session.values)
        session.values.wrote(changed)
        if show:
            session.page.flush()
        call.changed = changed


def _apply(call: Call, write: Write) -> bool:
    """Write one output; return whether its value is another now, for a State see `StatesBefore`."""
    session, values = call.session, call.session.values
    block = session.scene.block(write.block.id)
    if block is None:  # rendered anew since, without it
        return False
    if isinstance(block, State):
        if write.value is not KEEP:
            values[block] = write.value
        return False
    view = write.view if block is write.block else values.view(block).changed(write.properties)
    changed = write.value is not KEEP and not same(write.value, values[block])
    if changed:
        values[block] = write.value
    if write.properties:
        values.change(block, view)
    if changed or write.properties:
        session.show_changed(block, [*write.properties, *(["value"] if changed else [])])
    return changed and isinstance(block, Component)
