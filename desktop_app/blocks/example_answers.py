"""What a function answers to examples, worked out once."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import logging
import threading
from collections.abc import AsyncGenerator, Callable, Generator, Iterator, Mapping, Sequence
from typing import Any

from desktop_app.blocks.block import Block
from desktop_app.components.component import Component
from desktop_app.errors import Error, HandlerError
from desktop_app.events.arguments import Arguments
from desktop_app.events.cache_copy import copied
from desktop_app.events.callables import is_async
from desktop_app.events.data import EventData
from desktop_app.events.listener import function_name
from desktop_app.events.request import Request
from desktop_app.events.toast import Toast, audience

log = logging.getLogger("desktop_app")
Example = Mapping[Block, Any]  # its values by the inputs that they are for
Steps = Generator[Any, None, None] | AsyncGenerator[Any, None]


class Answers:
    """Works out the answers to examples one at a time, and keeps those that came to their end without an error.

    Args:
        fn: any kind of function that a listener takes.
        inputs: the components whose values it gets.
        outputs: what it returns values for.
        preprocess: False hands it the values as a page has them.
        batch: True hands it lists of one value, and takes such lists.
    """

    def __init__(
        self,
        fn: Callable[..., Any],
        inputs: Sequence[Component],
        outputs: Sequence[Block],
        preprocess: bool,
        batch: bool,
    ) -> None:
        self._fn = fn
        self._name = function_name(fn)
        self._inputs = inputs
        self._outputs = outputs
        self._preprocess = preprocess
        self._batch = batch
        self._arguments = Arguments(fn, len(inputs), self._name)
        self._is_async = is_async(fn)
        self._kept: dict[int | None, list[Any]] = {}
        self._tried: set[int] = set()  # without being asked
        self._next, self._busy, self._async_busy = threading.Lock(), threading.Lock(), asyncio.Lock()

    def of(self, number: int | None, example: Example, request: Request) -> Steps:
        """Return all steps of the answer to an example, for a listener to return.

        Args:
            number: names the example; None for one whose answer is not to be kept.
            example: inputs that it has no value for are as they were declared.
            request: who asks.
        """
        return (self._async_steps if self._is_async else self._steps)(number, example, request)

    def of_all(self, examples: Sequence[Example], request: Request) -> Steps:
        """Work out those that are not there yet, without being asked; what fails is told of in the log alone."""
        audience.set(_Nobody())  # for as long as this listener runs
        return (self._async_all if self._is_async else self._all)(examples, request)

    def _steps(self, number: int | None, example: Example, request: Request) -> Generator[Any, None, None]:
        steps = self._kept.get(number)
        if steps is None:
            with self._turn():
                steps = self._kept.get(number)  # perhaps since
                if steps is None:
                    made = self._call(example, request)
                    if isinstance(made, Generator):
                        steps = []
                        with contextlib.closing(made):
                            for step in made:
                                steps.append(copied(step))
                                yield step
                        self._keep(number, steps)
                        return
                    steps = self._keep(number, [self._result(made)])
        for step in steps:
            yield copied(step)

    async def _async_steps(self, number: int | None, example: Example, request: Request) -> AsyncGenerator[Any, None]:
        steps = self._kept.get(number)
        if steps is None:
            async with self._async_busy:
                steps = self._kept.get(number)
                if steps is None:
                    made = self._call(example, request)
                    if isinstance(made, AsyncGenerator):
                        steps = []
                        async with contextlib.aclosing(made):
                            async for step in made:
                                steps.append(copied(step))
                                yield step
                        self._keep(number, steps)
                        return
                    steps = self._keep(number, [self._result(await made)])
        for step in steps:
            yield copied(step)

    def _all(self, examples: Sequence[Example], request: Request) -> Generator[None, None, None]:
        for number, example in enumerate(examples):
            if self._missing(number):
                with self._tries(number), contextlib.closing(self._steps(number, example, request)) as steps:
                    for _ in steps:
                        yield

    async def _async_all(self, examples: Sequence[Example], request: Request) -> AsyncGenerator[None, None]:
        for number, example in enumerate(examples):
            if self._missing(number):
                with self._tries(number):
                    async with contextlib.aclosing(self._async_steps(number, example, request)) as steps:
                        async for _ in steps:
                            yield

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait until no other answer is being worked out; who waits comes before one who comes back for more."""
        with self._next:
            self._busy.acquire()
        try:
            yield
        finally:
            self._busy.release()

    def _missing(self, number: int) -> bool:
        return number not in self._kept and number not in self._tried

    @contextlib.contextmanager
    def _tries(self, number: int) -> Iterator[None]:
        try:
            yield
        except Exception:  # whatever an author's function raises; a click on the example shows it
            log.exception("%s() failed for the example %d; a click on it tries again", self._name, number)
        self._tried.add(number)

    def _call(self, example: Example, request: Request) -> Any:
        values: list[Any] = []
        for component in self._inputs:
            value = component.to_page(example[component]) if component in example else component.initial()
            try:
                values.append(component.preprocess(value) if self._preprocess else value)
            except ValueError as error:  # as when a user has entered it
                raise Error(str(error), print_exception=False) from error
        if self._batch:
            values = [[value] for value in values]
        args, kwargs = self._arguments.fill(values, self._inputs, request, EventData(None), None)
        return self._fn(*args, **kwargs)

    def _result(self, made: Any) -> Any:
        if inspect.isawaitable(made) or isinstance(made, AsyncGenerator):
            raise HandlerError(f"{self._name}() returned something to wait for; give the async function itself.")
        if not self._batch:
            return made
        columns = made if isinstance(made, list | tuple) else []
        if len(columns) != len(self._outputs) or any(not isinstance(c, list | tuple) or len(c) != 1 for c in columns):
            raise HandlerError(
                f"{self._name}() takes a list of one value for each input here (batch=True): return a list with one "
                f"list of one value for each of its {len(self._outputs)} output(s)."
            )
        return columns[0][0] if len(columns) == 1 else [column[0] for column in columns]

    def _keep(self, number: int | None, steps: list[Any]) -> list[Any]:
        if number is not None:
            self._kept[number] = steps
        return steps


class _Nobody:
    """Sees no toasts."""

    def toast(self, toast: Toast) -> None:
        """Forget it."""
