"""Signals that end the app in order: Ctrl+C, a log-out, the end of a terminal."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

log = logging.getLogger("desktop_app.desktop")
NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # those that the system has
LIMIT = 10.0  # seconds after which the process ends, whatever still runs


class Signals:
    """Within its `with`, the first signal closes the app; the same one again, or too long a wait, ends it at once.

    A thread waits for signals, so that nothing has to wake up for them: not the GUI thread, which runs no Python code
    while nothing happens. What an author has made of a signal stays as it is, and so does one that is ignored.

    Args:
        close: closes the app; called on a thread of its own.

    Attributes:
        received: the first signal; None while there was none.
    """

    def __init__(self, close: Callable[[], None]) -> None:
        self._close = close
        self._reader, self._writer = socket.socketpair()
        self._before: dict[int, Any] = {}
        self.received: int | None = None

    def __enter__(self) -> Signals:
        self._writer.setblocking(False)
        for number in (getattr(signal, name) for name in NAMES if hasattr(signal, name)):
            if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
                self._before[number] = signal.signal(number, self._handle)
        self._wakeup_before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        threading.Thread(target=self._wait, name="signals", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._writer.close()  # the thread reads the end, and ends

    @property
    def status(self) -> int:
        """The exit status by convention: 128 and the signal's number; 0 without one."""
        return 0 if self.received is None else 128 + self.received

    def _handle(self, number: int, _: FrameType | None) -> None:
        """Python calls this on the main thread, some time after the thread that waits has been told.

        Unless PyGObject has put its own socket in place of ours: then it has woken the main thread, and tells ours.
        """
        ours = self._writer.fileno()
        if signal.set_wakeup_fd(ours, warn_on_full_buffer=False) != ours:
            with suppress(BlockingIOError):  # others have been told of enough
                self._writer.send(bytes([number]))

    def _wait(self) -> None:
        with self._reader:
            while number := self._next():
                if number not in self._before:
                    continue
                if number == self.received:
                    log.warning("the app ends at once: it was asked twice")
                    os._exit(128 + number)
                if self.received is None:
                    self.received = number
                    self._reader.settimeout(LIMIT)
                    threading.Thread(target=self._close, name="close", daemon=True).start()

    def _next(self) -> int:
        """Return the next signal; 0 at the end."""
        try:
            told = self._reader.recv(1)
        except TimeoutError:
            log.error("the app ends at once: it could not end in order within %g s", LIMIT)
            os._exit(self.status)
        return told[0] if told else 0
