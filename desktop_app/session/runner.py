"""When jobs run: as many of one group at a time as its limit allows, over all sessions."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop_app.session.activity import Activity
from desktop_app.session.cleanup import Cleanup
from desktop_app.session.clock import Clock
from desktop_app.session.journal import Journal
from desktop_app.session.pool import Pool

if TYPE_CHECKING:
    from desktop_app.session.call import Call


@dataclass(frozen=True, eq=False)
class Job:
    """Something to run once.

    Args:
        name: how messages call it.
        run: does it; must not raise.
        owner: whose share of the threads it takes.
        group: the jobs of one group share a limit; None has no limit.
        limit: how many of the group may run at a time.
        together: in place of `run`, does jobs of the same `batch` at once; must not raise.
        batch: what jobs that can be done together have in common; None for one that is done alone.
        most: how many are done together.
        call: what it is about, for `together`.
    """

    name: str
    run: Callable[[], None]
    owner: object = None
    group: object = None
    limit: int | None = None
    together: Callable[[Sequence[Job]], None] | None = None
    batch: Any = None
    most: int = 1
    call: Call | None = None


@dataclass
class _Group:
    running: int = 0
    waiting: dict[Job, int] = field(default_factory=dict)  # with the number of each in the activity, in their order


class Runner:
    """Runs the jobs of all sessions on one pool of threads, and what ends with them beside it."""

    def __init__(self) -> None:
        self.activity = Activity()
        self.clock = Clock(self.activity)
        self.journal = Journal()
        self.cleanup = Cleanup(self.activity, self.clock)
        self.pool = Pool()
        self._groups: dict[object, _Group] = {}
        self._lock = threading.Lock()
        self.waiting = 0  # jobs that wait for their group

    def submit(self, job: Job) -> None:
        """Run `job` as soon as its group allows; jobs of one group start in the order of submission."""
        number = self.activity.begin(job.name)
        if job.group is None or job.limit is None:
            self.pool.submit(lambda: self._run({job: number}), job.owner)
            return
        with self._lock:
            group = self._groups.setdefault(job.group, _Group())
            group.waiting[job] = number
            self.waiting += 1
            self._start(group)

    def ahead(self, job: Job) -> int | None:
        """Return how many jobs wait in its group before this one; None if it does not wait."""
        with self._lock:
            group = self._groups.get(job.group)
            if group is None or job not in group.waiting:
                return None
            return next(place for place, other in enumerate(group.waiting) if other is job)

    def withdraw(self, job: Job) -> bool:
        """Take back a job that waits; return whether it did."""
        with self._lock:
            group = self._groups.get(job.group)
            if group is None or job not in group.waiting:
                return False
            number = group.waiting.pop(job)
            self.waiting -= 1
        self.activity.end(number)
        return True

    def stop(self) -> None:
        """Run nothing more; what is running is left to end by itself."""
        with self._lock:
            self._groups.clear()
        self.pool.stop()
        self.cleanup.stop()
        self.clock.stop()

    def _run(self, jobs: dict[Job, int]) -> None:
        first = next(iter(jobs))
        try:
            if first.together is not None:
                first.together(list(jobs))
            else:
                first.run()
        finally:
            for number in jobs.values():
                self.activity.end(number)

    def _start(self, group: _Group) -> None:
        while group.waiting and group.running < (next(iter(group.waiting)).limit or 1):
            group.running += 1
            jobs = self._next(group)
            self.pool.submit(lambda jobs=jobs: self._run_limited(jobs, group), next(iter(jobs)).owner)  # type: ignore[misc]

    def _next(self, group: _Group) -> dict[Job, int]:
        """Take the job that has waited longest, and those that can be done together with it."""
        first = next(iter(group.waiting))
        alike = [job for job in group.waiting if job.batch is not None and job.batch == first.batch][: first.most]
        jobs = {job: group.waiting.pop(job) for job in alike or [first]}
        self.waiting -= len(jobs)
        return jobs

    def _run_limited(self, jobs: dict[Job, int], group: _Group) -> None:
        key = next(iter(jobs)).group
        try:
            self._run(jobs)
        finally:
            with self._lock:
                group.running -= 1
                self._start(group)
                if not group.running and not group.waiting:
                    self._groups.pop(key, None)
