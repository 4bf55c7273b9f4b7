"""The threads that run handlers."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

log = logging.getLogger("desktop_app")
KEPT = 2  # idle threads that stay; one more ends after a while
PATIENCE = 5.0  # seconds

Task = Callable[[], None]


class Pool:
    """Runs functions on daemon threads, started when they are needed.

    Daemon threads, and none of `concurrent.futures`, because the interpreter waits for those at exit, and a handler
    that never returns must not keep the app from closing.

    Args:
        share: how many tasks of one owner run at a time, so that no window takes the threads of another.
        name: begins the names of its threads.
    """

    def __init__(self, share: int = 40, name: str = "handler") -> None:
        self._share = share
        self._name = name
        self._ready: deque[tuple[Task, object]] = deque()
        self._running: dict[object, int] = {}  # how many tasks of each owner are ready or running
        self._waiting: dict[object, deque[Task]] = {}  # those beyond an owner's share
        self._change = threading.Condition()
        self._threads = 0
        self._idle = 0
        self._started = 0
        self._stopped = False

    def submit(self, task: Task, owner: object = None) -> None:
        """Run `task` on a thread of the pool; the tasks of one owner are started in the order of submission."""
        with self._change:
            if self._running.get(owner, 0) < self._share:
                self._running[owner] = self._running.get(owner, 0) + 1
                self._start(task, owner)
            else:
                self._waiting.setdefault(owner, deque()).append(task)

    def stop(self) -> None:
        """Let each thread end after the task it is at; what waits is dropped."""
        with self._change:
            self._stopped = True
            self._ready.clear()
            self._waiting.clear()
            self._change.notify_all()

    def _start(self, task: Task, owner: object) -> None:
        self._ready.append((task, owner))
        if len(self._ready) <= self._idle:
            self._change.notify()
        elif not self._stopped:
            self._threads += 1
            self._started += 1
            threading.Thread(target=self._work, name=f"{self._name}-{self._started}", daemon=True).start()

    def _work(self) -> None:
        while True:
            with self._change:
                if not self._next_is_there():
                    self._threads -= 1
                    return
                task, owner = self._ready.popleft()
            try:
                task()
            except Exception:
                log.exception("a task of the pool failed")
            del task  # a thread that waits must not keep a session alive
            with self._change:
                self._done(owner)
            del owner

    def _next_is_there(self) -> bool:
        while not self._ready and not self._stopped:
            self._idle += 1
            woken = self._change.wait(PATIENCE if self._threads > KEPT else None)
            self._idle -= 1
            if not woken and not self._ready:
                return False
        return not self._stopped

    def _done(self, owner: object) -> None:
        waiting = self._waiting.get(owner)
        if waiting:
            self._start(waiting.popleft(), owner)
            return
        self._waiting.pop(owner, None)
        self._running[owner] -= 1
        if not self._running[owner]:
            del self._running[owner]
