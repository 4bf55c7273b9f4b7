"""What runs when a session or a value ends: apart from everything else, and watched."""

from __future__ import annotations

import logging
from collections.abc import Callable

from desktop_app.session.activity import Activity
from desktop_app.session.clock import Clock
from desktop_app.session.pool import Pool

log = logging.getLogger("desktop_app")
LIMIT = 5.0  # seconds after which the log names what still runs
THREADS = 500  # so that one that hangs delays none of the others


class Cleanup:
    """Runs `unload` listeners and delete callbacks, each on a thread of its own.

    Args:
        activity: notes what is under way.
        clock: tells when one takes too long.
    """

    def __init__(self, activity: Activity, clock: Clock) -> None:
        self._activity = activity
        self._own = Activity()
        self._clock = clock
        self._pool = Pool(THREADS, "clean-up")

    def run(self, name: str, call: Callable[[], object]) -> None:
        """Run `call` soon; one that raises or hangs is named in the log and hurts nobody else."""
        numbers = self._activity.begin(name), self._own.begin(name)

        def watched() -> None:
            late = self._clock.later(LIMIT, lambda: log.warning("%s still runs after %g s", name, LIMIT))
            try:
                call()
            except Exception:
                log.exception("%s failed", name)
            finally:
                self._clock.cancel(late)
                self._activity.end(numbers[0])
                self._own.end(numbers[1])

        self._pool.submit(watched)

    def wait(self, timeout: float) -> None:
        """Return when no clean-up is under way; raises StillRunning after so many seconds."""
        self._own.wait(timeout)

    def stop(self) -> None:
        """Run nothing more; what is running is left to end by itself."""
        self._pool.stop()
