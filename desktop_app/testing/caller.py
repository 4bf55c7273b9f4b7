"""Calling an app's listeners by their names, as Python code does."""

from __future__ import annotations

import inspect
import secrets
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app.blocks.blocks import Blocks
from desktop_app.bridge.outbox import Outbox
from desktop_app.errors import StillRunning
from desktop_app.events.endpoints import Endpoint, endpoints
from desktop_app.events.request import Request
from desktop_app.session.call import Call
from desktop_app.session.runner import Runner
from desktop_app.session.session import Session


class Caller:
    """A session without a page, whose States live from one call to the next.

    Args:
        blocks: the app.
        runner: runs its listeners.
        app_id: names the app for handlers.
    """

    def __init__(self, blocks: Blocks, runner: Runner, app_id: str) -> None:
        self.endpoints = endpoints(blocks.listeners)
        request = Request(session_hash=secrets.token_hex(8), window="", app_id=app_id)
        self._session = Session(blocks, Outbox(_Nowhere(), ""), runner, request, runner.journal)

    def call(self, name: str, args: Sequence[Any], kwargs: Mapping[str, Any], timeout: float) -> Any:
        """Run a listener and return what it answers; see `HeadlessApp.call`."""
        endpoint = self.endpoints.get(name.strip("/"))
        if endpoint is None:
            listed = ", ".join(sorted(each.name for each in self.endpoints.values() if each.listed))
            raise LookupError(f"there is nothing to call by the name {name!r}; there is: {listed or 'nothing'}")
        values = _in_order(endpoint, args, kwargs)
        done = threading.Event()
        ended: list[Call] = []

        def end(call: Call) -> None:
            ended.append(call)
            done.set()

        self._session.ask(endpoint.listener, values, end)
        if not done.wait(timeout):
            raise StillRunning(f"{endpoint.name} still runs after {timeout:g} s.")
        if ended[0].error is not None:
            raise ended[0].error
        return _answer(self._session, endpoint, ended[0])

    def end(self) -> None:
        """Nothing more is called."""
        self._session.end()


class _Nowhere:
    """The way to a page that is not there."""

    def send(self, message: str) -> None:
        """Forget it."""

    def run(self, script: str) -> None:
        """Forget it."""


def _in_order(endpoint: Endpoint, args: Sequence[Any], kwargs: Mapping[str, Any]) -> list[Any]:
    if not kwargs:
        return list(args)
    assert endpoint.listener.fn is not None
    return list(inspect.signature(endpoint.listener.fn).bind_partial(*args, **kwargs).arguments.values())


def _answer(session: Session, endpoint: Endpoint, call: Call) -> Any:
    outputs = [block for block in endpoint.listener.outputs if block.in_tree]
    if not endpoint.listener.outputs:
        return call.returned
    answers = tuple(session.values.on_page(block) for block in outputs)
    return answers[0] if len(answers) == 1 else answers or None
