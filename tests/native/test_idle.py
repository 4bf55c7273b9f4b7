"""A window that nobody touches costs nothing on Python's side."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.native.conftest import Start
from tests.waiting import wait_until

APP = "tests.native.apps.keeper"
SPAN = 3.0  # seconds that are looked at; what wakes up regularly does so within them


def test_nothing_wakes_up_while_nothing_happens(start: Start, figure: Callable[[str], None]) -> None:
    """After all three scopes were used and a second window was closed, no thread of Python's runs but the GUI's, which
    is the web engine's own."""
    app = start(APP)
    [window] = app.windows(1)
    for scope in ("global", "browser", "session"):
        window.click(f"Add to {scope}")
        window.wait_for(scope.title(), "1")
    window.click("Open another")
    _, other = app.windows(2)
    other.close()
    app.windows(1)
    counts: dict[str, int] = {}

    def quiet() -> bool:
        counts.clear()
        threads = app.ask("threads")
        try:
            before = {name: app.switches(thread) for name, thread in threads.items()}
            time.sleep(SPAN)  # the promise is about a span of time
            counts.update({name: app.switches(thread) - before[name] for name, thread in threads.items()})
        except FileNotFoundError:  # a thread has ended
            return False
        return counts.keys() == threads.keys() and all(
            count == 0 for name, count in counts.items() if name != "MainThread"
        )

    wait_until(quiet, f"a span without a thread that wakes up: {counts}", 40)
    figure(
        f"{app.engine}: {counts['MainThread'] / SPAN:.1f} wake-ups/s of the GUI thread, 0 of {len(counts) - 1} others"
    )
