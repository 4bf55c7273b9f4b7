"""The threads that run handlers."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

log = logging.getLogger("desktop_app")


class Pool:
    """Runs functions on at most `size` daemon threads, started when they are needed.

    Daemon threads, and none of `concurrent.futures`, because the interpreter waits for those at exit, and a handler
    that never returns must not keep the app from closing.
    """

    def __init__(self, size: int = 40, name: str = "handler") -> None:
        self._size = size
        self._name = name
        self._tasks: deque[Callable[[], None]] = deque()
        self._change = threading.Condition()
        self._threads = 0
        self._idle = 0
        self._stopped = False

    def submit(self, task: Callable[[], None]) -> None:
        """Run `task` on a thread of the pool, in the order of submission."""
        with self._change:
            self._tasks.append(task)
            if self._idle:
                self._idle -= 1  # the one being woken is no longer to be counted on
                self._change.notify()
            elif self._threads < self._size:
                self._threads += 1
                threading.Thread(target=self._work, name=f"{self._name}-{self._threads}", daemon=True).start()

    def stop(self) -> None:
        """Let each thread end after the task it is at; what waits is dropped."""
        with self._change:
            self._stopped = True
            self._tasks.clear()
            self._change.notify_all()

    def _work(self) -> None:
        while True:
            with self._change:
                while not self._tasks and not self._stopped:
                    self._idle += 1
                    self._change.wait()
                if self._stopped:
                    self._threads -= 1
                    return
                task = self._tasks.popleft()
            try:
                task()
            except Exception:
                log.exception("a task of the pool failed")
            del task  # a thread that waits must not keep a session alive
