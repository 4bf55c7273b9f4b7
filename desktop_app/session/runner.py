"""When jobs run: as many of one group at a time as its limit allows, over all sessions."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.session.activity import Activity
from desktop_app.session.cleanup import Cleanup
from desktop_app.session.clock import Clock
from desktop_app.session.journal import Journal
from desktop_app.session.pool import Pool


@dataclass(frozen=True)
class Job:
    """Something to run once.

    Args:
        name: how messages call it.
        run: does it; must not raise.
        group: the jobs of one group share a limit; None has no limit.
        limit: how many of the group may run at a time.
    """

    name: str
    run: Callable[[], None]
    group: object = None
    limit: int | None = None


@dataclass
class _Group:
    running: int = 0
    waiting: deque[Job] = field(default_factory=deque)


class Runner:
    """Runs the jobs of all sessions on one pool of threads, and what ends with them beside it."""

    def __init__(self, pool_size: int = 40) -> None:
        self.activity = Activity()
        self.clock = Clock()
        self.journal = Journal()
        self.cleanup = Cleanup(self.activity, self.clock)
        self._pool = Pool(pool_size)
        self._groups: dict[object, _Group] = {}
        self._lock = threading.Lock()

    def submit(self, job: Job) -> None:
        """Run `job` as soon as its group allows; jobs of one group start in the order of submission."""
        number = self.activity.begin(job.name)
        if job.group is None or job.limit is None:
            self._pool.submit(lambda: self._run(job, number))
            return
        limited = Job(job.name, lambda: self._run(job, number), job.group, job.limit)
        with self._lock:
            group = self._groups.setdefault(job.group, _Group())
            group.waiting.append(limited)
            self._start(group)

    def stop(self) -> None:
        """Run nothing more; what is running is left to end by itself."""
        with self._lock:
            self._groups.clear()
        self._pool.stop()
        self.cleanup.stop()
        self.clock.stop()

    def _run(self, job: Job, number: int) -> None:
        try:
            job.run()
        finally:
            self.activity.end(number)

    def _start(self, group: _Group) -> None:
        while group.waiting and group.running < (group.waiting[0].limit or 1):
            group.running += 1
            job = group.waiting.popleft()
            self._pool.submit(lambda job=job: self._run_limited(job, group))  # type: ignore[misc]

    def _run_limited(self, job: Job, group: _Group) -> None:
        try:
            job.run()
        finally:
            with self._lock:
                group.running -= 1
                self._start(group)
                if not group.running and not group.waiting:
                    self._groups.pop(job.group, None)
