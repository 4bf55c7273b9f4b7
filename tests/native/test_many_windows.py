"""Windows that come and go leave nothing behind."""

from __future__ import annotations

import pytest

from tests.native.conftest import Start
from tests.soak import rounds
from tests.waiting import wait_until

APP = "tests.native.apps.keeper"
LEEWAY = {"threads": 2}  # the handlers' threads stay, and another may have been started


def test_windows_opened_and_closed_leave_nothing_behind(start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    """Threads, windows, sessions, listeners and timers are back at the start; the memory is printed."""
    app = start(APP)
    [first] = app.windows(1)

    def cycle(count: int) -> None:
        for number in range(count):
            first.menu(1)
            first_again, another = app.windows(2)
            assert first_again.id == first.id
            if number % 5 == 0:
                another.click("Add to session")
                another.wait_for("Session", "1")
            another.close()
            app.windows(1)

    cycle(3)  # what is made once is there now
    before, memory = app.ask("census"), app.ask("memory")
    count = rounds(10, 50)
    cycle(count)

    def more() -> dict[str, int]:
        return {name: now for name, now in app.ask("census").items() if now > before[name] + LEEWAY.get(name, 0)}

    try:
        wait_until(lambda: not more(), "what is there to be as before")
    except AssertionError:
        pytest.fail(f"{count} windows left behind: {more()}; before: {before}")
    with capsys.disabled():
        print(f"\n{count} windows: {app.ask('memory') - memory:+,} kB of memory, {before['threads']} threads")
