"""One run of a listener in a session."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.errors import Error
from desktop_app.events.data import EventData
from desktop_app.events.listener import Listener
from desktop_app.events.toast import audience
from desktop_app.session.failure import failure
from desktop_app.session.inputs import Inputs
from desktop_app.session.journal import Run
from desktop_app.session.outputs import KEEP, Write, writes
from desktop_app.session.shared_writes import write_shared
from desktop_app.session.states_before import StatesBefore
from desktop_app.session.steps import steps
from desktop_app.session.values import same
from desktop_app.state.session_state import State
from desktop_app.state.shared_component import SharedComponent

if TYPE_CHECKING:
    from desktop_app.session.session import Session


class Call:
    """Runs a listener, delivers each of its steps, and tells the user if it fails.

    Args:
        session: whose values it reads and writes.
        listener: what to run.
        inputs: what it starts from.
        data: what the event carries.
    """

    def __init__(self, session: Session, listener: Listener, inputs: Inputs, data: EventData) -> None:
        self._session = session
        self._listener = listener
        self._inputs = inputs
        self._data = data

    def run(self) -> None:
        """Do it; nothing is raised."""
        session, listener = self._session, self._listener
        token = audience.set(session)
        before = self._states()
        try:
            with Run(session.journal, session.request.window, listener.name) as run:
                args, kwargs = self._arguments()
                with contextlib.closing(steps(listener.fn, args, kwargs)) as results:
                    for result in results:
                        if session.ended:
                            run.outcome = "stopped"
                            break
                        self._deliver(writes(listener, result, session.values), before)
                        before = self._states()
        except Exception as error:
            before.restore(session.values)
            toast = failure(listener.name, error)
            if toast is not None:
                session.toast(toast)
        finally:
            audience.reset(token)

    def _states(self) -> StatesBefore:
        outputs = self._listener.outputs
        return StatesBefore([block for block in outputs if isinstance(block, State)], self._session.values)

    def _arguments(self) -> tuple[list[object], dict[str, object]]:
        held, current = self._inputs.values, self._session.values
        values: list[object] = []
        for component in self._listener.inputs:
            try:
                value = held[component] if component in held else current[component]
                values.append(current.argument(component, value))
            except ValueError as error:  # what the user entered cannot be handed over
                raise Error(str(error), print_exception=False) from error
        if self._listener.inputs_as_dict:
            values = [dict(zip(self._listener.inputs, values, strict=True))]
        return self._listener.arguments.fill(values, self._session.request, self._data)

    def _deliver(self, planned: list[Write], before: StatesBefore) -> None:
        session = self._session
        if session.ended:
            return
        changed = write_shared(session, [write for write in planned if isinstance(write.block, SharedComponent)])
        with session.lock:
            if session.ended:
                return
            for write in planned:
                if self._inputs.overtaken(write.block, session.values):
                    write = replace(write, value=KEEP)
                if not isinstance(write.block, SharedComponent) and self._apply(write):
                    changed.append(write.block)
            changed += before.changed(session.values)
            session.values.wrote(changed)
            session.page.flush()
            session.changed(changed, self._inputs.edits)

    def _apply(self, write: Write) -> bool:
        """Write one output; return whether its value is another now, for a State see `StatesBefore`."""
        block, values = write.block, self._session.values
        if isinstance(block, State):
            if write.value is not KEEP:
                values[block] = write.value
            return False
        changed = write.value is not KEEP and not same(write.value, values[block])
        if changed:
            values[block] = write.value
        if write.properties:
            values.change(block, write.view)
        if changed or write.properties:
            held = values.properties(block)
            names = [name for name in (*write.properties, *(["value"] if changed else [])) if name in held]
            self._session.page.update(block.id, {name: held[name] for name in names})
        return changed
