"""The author's JavaScript in a session's page."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.events.listener import Listener
from desktop_app.session.activity import Activity
from desktop_app.session.page import Page
from desktop_app.session.refused import Refused

FUNCTION = re.compile(r"(?:async\s+)?(?:function\b|\([^()]*(?:\([^()]*\)[^()]*)*\)\s*=>|[A-Za-z_$][\w$]*\s*=>)")


@dataclass(frozen=True)
class Pending:
    """A call that the page has not answered."""

    returned: Callable[[Any], None]
    threw: Callable[[str], None]
    activity: int


class Scripts:
    """Defines functions in the page, calls them, and hands on what comes of it.

    Args:
        page: where they run.
        activity: notes which calls are under way.
    """

    def __init__(self, page: Page, activity: Activity) -> None:
        self._page = page
        self._activity = activity
        self._lock = threading.Lock()
        self._pending: dict[int, Pending] = {}
        self._last = 0

    def define(self, listeners: Iterable[Listener]) -> None:
        """Put the functions of these listeners into the page, before one of them is called."""
        for listener in listeners:
            if listener.js is not None:
                self._page.run(f"desktopApp.define({listener.id}, {as_function(listener.js)})")

    def include(self, scripts: Iterable[str]) -> None:
        """Run scripts of the head; the functions and variables that they define are there for all others."""
        for script in scripts:
            failed = "desktopApp.start(() => { throw error; });"
            self._page.run(f"try {{ {script}\n}} catch (error) {{ {failed} }}")

    def start(self, scripts: Iterable[str]) -> None:
        """Run scripts once, when the page shows its start."""
        for script in scripts:
            self._page.run(f"desktopApp.start({as_function(script)})")

    def call(
        self,
        listener: Listener,
        arguments: Sequence[object],
        returned: Callable[[Any], None],
        threw: Callable[[str], None],
    ) -> int:
        """Call a listener's function; one of the two is called when the page has answered.

        Args:
            listener: whose function it is.
            arguments: values as the page has them.
            returned: gets what it returned, which is as little to be trusted as anything from the page.
            threw: gets the message of its error.

        Returns:
            A number to withdraw the call by.
        """
        with self._lock:
            self._last += 1
            number = self._last
            self._pending[number] = Pending(returned, threw, self._activity.begin(listener.name))
        self._page.call(number, listener.id, arguments)
        self._page.flush()
        return number

    def withdraw(self, number: int) -> bool:
        """Wait for the answer no more; return whether it was still to come."""
        with self._lock:
            call = self._pending.pop(number, None)
        if call is not None:
            self._activity.end(call.activity)
        return call is not None

    def returned(self, number: int, value: Any) -> None:
        """The page has called function `number`.

        Raises:
            Refused: it was not asked to.
        """
        self._answered(number, lambda call: call.returned(value))

    def threw(self, number: int, message: str) -> None:
        """A function has failed in the page; raises as `returned` does."""
        self._answered(number, lambda call: call.threw(message))

    def end(self) -> None:
        """The page is gone, and will not answer."""
        with self._lock:
            pending, self._pending = self._pending, {}
        for call in pending.values():
            self._activity.end(call.activity)

    def _answered(self, number: int, go_on: Callable[[Pending], None]) -> None:
        with self._lock:
            call = self._pending.pop(number, None)
        if call is None:
            raise Refused(f"no call {number} of a script waits for an answer")
        try:
            go_on(call)
        finally:
            self._activity.end(call.activity)


def as_function(code: str) -> str:
    """Return JavaScript for a function: the code itself if it is one, else a function of that code."""
    code = code.strip().rstrip(";")
    return f"({code}\n)" if FUNCTION.match(code) else f"(function () {{ {code}\n}})"
