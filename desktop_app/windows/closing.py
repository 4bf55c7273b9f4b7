"""Whether a window may be closed: its listeners are asked, and then perhaps the user."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop_app.desktop.dialog import Question
from desktop_app.events.data import EventData
from desktop_app.texts import text

if TYPE_CHECKING:
    from desktop_app.session.call import Call
    from desktop_app.windows.window import Window


class Closing:
    """Keeps a window open until everybody agrees that it is closed.

    Args:
        window: which one.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._allowed = False
        self._lock = threading.Lock()
        self._waiting = 0  # listeners that have not answered
        self._asking_user = False
        self._answers: list[Any] = []

    def allow(self) -> None:
        """Let it be closed without asking."""
        self._allowed = True

    def allowed(self) -> bool:
        """Tell at once whether nobody has to be asked: a window whose page is not there has nothing to lose."""
        session = self._window.session
        return self._allowed or session is None or not session.window_listeners("closing")

    def begin(self) -> None:
        """The window was to be closed: ask, and close it if nobody minds."""
        session = self._window.session
        if session is None:
            self._close()
            return
        listeners = session.window_listeners("closing")
        with self._lock:
            if self._asking_user:
                return
            still_waiting, self._asking_user = self._waiting > 0, self._waiting > 0
            if not still_waiting:
                self._waiting, self._answers = len(listeners), []
        if still_waiting:
            self._ask_user(text("The app has not answered yet. Close all the same?"))
            return

        def ask_all() -> None:
            for listener in listeners:
                session.ask(listener, [], self._answered, EventData(session.blocks.window))

        session.gatherings.then(ask_all)

    def _answered(self, call: Call) -> None:
        failed = text("Whether everything is saved could not be found out. Close all the same?")
        with self._lock:
            self._answers.append(failed if call.error is not None else call.returned)
            self._waiting = max(0, self._waiting - 1)
            if self._waiting or self._asking_user:
                return
            answers = self._answers
            question = next((answer for answer in answers if isinstance(answer, str)), None)
            refused = any(answer is False for answer in answers)
            self._asking_user = question is not None and not refused
        if refused:
            return
        if question is not None:
            self._ask_user(question)
        else:
            self._close()

    def _ask_user(self, question: str) -> None:
        surface = self._window.surface
        assert surface is not None
        close, keep = text("Close"), text("Cancel")
        surface.to_front()
        surface.ask(
            Question("question", question, "", (close, keep), default=keep, cancel=keep), partial(self._decided, close)
        )

    def _decided(self, close: str, answer: str | None) -> None:
        with self._lock:
            self._asking_user = False
            self._waiting = 0
        if answer == close:
            self._close()

    def _close(self) -> None:
        self._window.close(force=True)
