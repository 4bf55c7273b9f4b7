"""Windows that come and go leave nothing behind."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.native.conftest import Start
from tests.native.native_app import NativeApp, NativeWindow
from tests.soak import rounds
from tests.waiting import wait_until

APP = "tests.native.apps.keeper"
WARM_UP = 5
MOST = 10_000, 100  # kB of the app's own process that may stay behind, in all and more for each window
LEEWAY = {"threads": 2}  # the handlers' threads stay, and another may have been started
PAGES = 2  # processes for one window: Chromium keeps one ready for the next


def open_and_close(app: NativeApp, first: NativeWindow, count: int) -> None:
    """Open windows one after another, use each, and close it as its user does."""
    for _ in range(count):
        first.click("Open another")
        _, window = app.windows(2)
        window.click("Add to session")
        window.wait_for("Session", "1")
        window.close()
        app.windows(1)


def settled(app: NativeApp) -> dict[str, int]:
    """Wait until handlers and clean-up are done, and count what there is."""
    app.ask("idle")
    counted: dict[str, int] = app.ask("census")
    return counted


def test_windows_leave_nothing_behind(
    start: Start, figure: Callable[[str], None], request: pytest.FixtureRequest
) -> None:
    """Threads, sessions, listeners and the webview's own lists are back at the start, and memory is flat."""
    app = start(APP)
    [first] = app.windows(1)
    open_and_close(app, first, WARM_UP)
    before, memory = settled(app), app.ask("memory")
    count = rounds(10, 50)
    open_and_close(app, first, count)
    after: dict[str, int] = {}

    def back() -> bool:
        after.update(settled(app))
        return all(after[name] <= before[name] + LEEWAY.get(name, 0) for name in before)

    wait_until(lambda: len(app.page_processes()) <= PAGES, "the end of the closed windows' page processes")
    wait_until(back, f"{json.dumps(before)}; it is {json.dumps(after)}")
    assert len([line for line in app.said if line == "deleted 1"]) == WARM_UP + count
    assert len([line for line in app.said if line.startswith("unloaded ")]) == WARM_UP + count
    grown = app.ask("memory") - memory
    figure(
        f"{request.node.callspec.id}: {count} windows opened and closed, {grown / count:.0f} kB each stayed behind, "
        f"{memory / 1024:.0f} MB before; {after['threads']} threads, {len(app.page_processes())} page processes"
    )
    assert grown < MOST[0] + MOST[1] * count
