"""One run of a listener, from its trigger to what follows it."""

from __future__ import annotations

import concurrent.futures
import threading
import time
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.blocks.block import Block
from desktop_app.components.component import Component
from desktop_app.errors import Error, HandlerError
from desktop_app.events.listener import Listener
from desktop_app.events.progress import Progress
from desktop_app.session import event_loop
from desktop_app.session.cause import Cause
from desktop_app.session.execution import execute, execute_together, validate
from desktop_app.session.failure import failure
from desktop_app.session.inputs import Inputs
from desktop_app.session.runner import Job
from desktop_app.session.status import Status
from desktop_app.texts import text

if TYPE_CHECKING:
    from desktop_app.session.session import Session

Outcome = Literal["success", "failure", "stopped"]


class Stopped(Exception):
    """The call was stopped while it waited for a coroutine."""


class Call:
    """Takes a listener through its script, its validator and the queue, runs it, and starts what follows.

    Args:
        session: whose values it reads and writes.
        listener: what to run.
        inputs: what it starts from.
        cause: why it runs.
        done: is called at the end, for whoever asked for it by name; the user is told of no error then.
    """

    def __init__(
        self,
        session: Session,
        listener: Listener,
        inputs: Inputs,
        cause: Cause,
        done: Callable[[Call], None] | None = None,
    ) -> None:
        self.session = session
        self.listener = listener
        self.inputs = inputs
        self.cause = cause
        self.stopped = False  # nothing that it still returns is to be written
        self.changed: list[Block] = []  # by its last step; their listeners run after those on its success
        self.returned: Any = None
        self.error: Exception | None = None
        self._done = done
        self._begun = time.monotonic()
        self._progress: Progress | None = None
        self._job: Job | None = None
        self._script: int | None = None
        self._coroutine: event_loop.Running[Any] | None = None
        self._time_is_over = False
        self._lock = threading.Lock()

    @property
    def age(self) -> float:
        """Seconds since it was triggered."""
        return time.monotonic() - self._begun

    def status(self) -> Status | None:
        """Return what is shown of it; None for nothing."""
        look = self.listener.show_progress
        if look == "hidden" or self.stopped:
            return None
        job = self._job
        ahead = self.session.runner.ahead(job) if job is not None and job.group is not None else None
        return Status(look, ahead, self._progress.bars() if self._progress is not None else (), self.age)

    def progressed(self, progress: Progress) -> None:
        """Its function has told how far it is."""
        self._progress = progress
        self.session.statuses.changed(self)

    def begin(self) -> None:
        """Start it; returns at once."""
        listener = self.listener
        if listener.shown_on:
            self.session.statuses.begin(self)
        for other in listener.cancels:
            self.session.cancel(other)
        if listener.js is not None:
            self._run_script()
        else:
            self._validate()

    def stop(self) -> None:
        """Let it end: what waits is dropped, a generator stops at its next `yield`, a coroutine at its next `await`."""
        with self._lock:
            self.stopped = True
            coroutine, job, script = self._coroutine, self._job, self._script
        if coroutine is not None:
            coroutine.cancel()
        waited = (script is not None and self.session.scripts.withdraw(script)) or (
            job is not None and self.session.runner.withdraw(job)
        )
        if waited:
            self.end("stopped")

    def wait(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        """Run a coroutine on the app's event loop and return its result.

        Raises:
            Stopped: the call was stopped meanwhile.
        """
        running = event_loop.Running(coroutine)
        with self._lock:
            self._coroutine = running
            stopped = self.stopped
        if stopped:
            running.cancel()
        try:
            return running.result()
        except concurrent.futures.CancelledError:
            if self.stopped:
                raise Stopped from None
            raise

    def fail(self, error: Exception) -> None:
        """End it with an error, of which the user and the log hear."""
        self.error = error
        toast = failure(self.listener.name, error, self.listener.where)
        if toast is not None and self._done is None:
            self.session.toast(toast)
        self.end("failure")

    def end(self, outcome: Outcome) -> None:
        """It is over: start what follows, in the order that Gradio documents - success, changes, then."""
        self.session.page.hold()
        try:
            self._end(outcome)
        finally:
            self.session.page.release()

    def _end(self, outcome: Outcome) -> None:
        session, listener = self.session, self.listener
        if listener.shown_on:
            session.statuses.end(self)
        if outcome == "stopped" and self._time_is_over:
            outcome = "success"
        with session.lock:
            again = session.calls.end(self)
            if outcome != "stopped":
                session.followers.of_end(self, outcome)
                session.followers.of_writes(self.changed, self)
                session.followers.of_end(self, "then")
            if again is not None:
                session.run(*again)
        if outcome == "success" and listener.scroll_to_output and listener.outputs:
            session.page.scroll_to(listener.outputs[0].id)
        self.cause.over()
        if self._done is not None:
            self._done(self)

    def _run_script(self) -> None:
        blocks = [*self.listener.inputs, *self.listener.outputs]
        arguments = [self.inputs.values.get(block, self.session.values.on_page(block)) for block in blocks]
        scripts = self.session.scripts
        self._script = scripts.call(self.listener, arguments, self._script_returned, self._script_failed)

    def _script_returned(self, value: Any) -> None:
        listener = self.listener
        blocks = listener.inputs if listener.fn is not None else listener.outputs
        values = value if isinstance(value, list) else [] if value is None else [value]
        if values and len(values) < len(blocks):
            self._script_failed(f"it returned {len(values)} values for {len(blocks)} components")
            return
        try:
            accepted = {
                block: block.accept(returned)
                for block, returned in zip(map(self.session.values.view, blocks), values, strict=False)
                if block.in_tree and isinstance(block, Component)
            }
        except ValueError as error:
            self._script_failed(f"it returned what a component cannot have: {error}")
            return
        declared = {block.id: block for block in blocks}
        taken = {declared[view.id]: value for view, value in accepted.items()}
        if listener.fn is None:
            self.changed = self.session.write_values(taken)
        else:
            self.inputs.values.update(taken)
        self._validate()

    def _script_failed(self, message: str) -> None:
        self.fail(HandlerError(f"A script of the page failed: {message}."))

    def _validate(self) -> None:
        session, listener = self.session, self.listener
        if listener.fn is None:
            self.end("success")
        elif listener.validator is not None:
            session.runner.submit(Job(f"the validator of {listener.name}", self._run_validator, session))
        else:
            self._queue()

    def _run_validator(self) -> None:
        try:
            valid = validate(self)
        except Exception as error:
            self.fail(error)
            return
        if self.stopped:
            self.end("stopped")
        elif valid:
            self._queue()
        else:
            self.end("failure")

    def _queue(self) -> None:
        session, listener = self.session, self.listener
        most = session.blocks.queue_size
        if listener.queue and most is not None and session.runner.waiting >= most:
            self.fail(
                Error(
                    text("{most} events are waiting already, and no more may. Try again in a moment.", most=most),
                    title=text("The queue is full"),
                    print_exception=False,
                )
            )
            return
        self._job = Job(
            listener.name,
            self._run,
            session,
            listener.concurrency_key if listener.queue else None,
            session.scene.limit(listener) if listener.queue else None,
            execute_together if listener.batch else None,
            (listener, self) if listener.batch and not listener.queue else listener if listener.batch else None,
            listener.max_batch_size,
            self,
        )
        session.runner.submit(self._job)

    def _run(self) -> None:
        if self.stopped or self.session.ended:
            self.end("stopped")
            return
        limit = None
        if self.listener.time_limit is not None:
            limit = self.session.runner.clock.later(self.listener.time_limit, self._time_over)
        try:
            outcome: Outcome = execute(self)
        except Stopped:
            outcome = "stopped"
        except Exception as error:
            self.fail(error)
            return
        finally:
            self.session.runner.clock.cancel(limit)
        self.end(outcome)

    def _time_over(self) -> None:
        self._time_is_over = True
        self.stop()
