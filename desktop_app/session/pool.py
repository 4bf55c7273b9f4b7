"""The threads that run handlers."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import NamedTuple

log = logging.getLogger("desktop_app")
KEPT = 2  # idle threads that stay; one more ends after a while
PATIENCE = 5.0  # seconds


class _Task(NamedTuple):
    run: Callable[[], None]
    owner: object
    brief: bool


class _Own(threading.local):
    """What each thread of a pool has for itself: whether its task is a brief one, and what it runs next."""

    brief = False
    next: _Task | None = None


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
        self._ready: SimpleQueue[_Task | None] = SimpleQueue()
        self._running: dict[object, int] = {}  # how many tasks of each owner are ready or running
        self._waiting: dict[object, deque[_Task]] = {}  # those beyond an owner's share
        self._lock = threading.Lock()
        self._own = _Own()
        self._threads = 0
        self._idle = 0  # threads that wait, and for which nothing is ready
        self._started = 0
        self._stopped = False

    def submit(self, run: Callable[[], None], owner: object = None, *, brief: bool = False) -> None:
        """Run a task on a thread of the pool; the tasks of one owner are started in the order of submission.

        Args:
            run: the task.
            owner: whose share of the threads it takes.
            brief: True promises that the task returns soon and waits for no other. What it submits last is then run
                by the same thread, after it: to wake another thread takes longer than many a task.
        """
        task = _Task(run, owner, brief)
        with self._lock:
            if self._running.get(owner, 0) < self._share:
                self._running[owner] = self._running.get(owner, 0) + 1
                self._start(task)
            else:
                self._waiting.setdefault(owner, deque()).append(task)

    def stop(self) -> None:
        """Let each thread end after the task it is at; what waits is dropped."""
        with self._lock:
            self._stopped = True
            self._waiting.clear()
            for _ in range(self._threads):
                self._ready.put(None)

    def _start(self, task: _Task) -> None:
        if self._own.brief:
            before, self._own.next = self._own.next, task
            if before is None:
                return
            task = before
        if self._stopped:
            return
        self._ready.put(task)
        if self._idle:
            self._idle -= 1
            return
        self._threads += 1
        self._started += 1
        threading.Thread(target=self._work, name=f"{self._name}-{self._started}", daemon=True).start()

    def _work(self) -> None:
        own = self._own
        while (task := own.next or self._take()) is not None and not self._stopped:
            own.next, own.brief, owner = None, task.brief, task.owner
            try:
                task.run()
            except Exception:
                log.exception("a task of the pool failed")
            del task  # a thread that waits must not keep a session alive
            own.brief = False
            with self._lock:
                self._idle += own.next is None
                self._done(owner)
            del owner

    def _take(self) -> _Task | None:
        """Wait for a task; None when the thread is not needed any more."""
        while True:
            try:
                return self._ready.get(timeout=PATIENCE if self._threads > KEPT else None)
            except Empty:
                with self._lock:
                    if self._idle:
                        self._idle -= 1
                        self._threads -= 1
                        return None

    def _done(self, owner: object) -> None:
        waiting = self._waiting.get(owner)
        if waiting:
            self._start(waiting.popleft())
            return
        self._waiting.pop(owner, None)
        self._running[owner] -= 1
        if not self._running[owner]:
            del self._running[owner]
