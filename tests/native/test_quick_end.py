"""Closing the last window ends the process soon, whatever handlers do."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.native.conftest import Start
from tests.waiting import wait_until

APP = "tests.native.apps.busy"
LIMIT = 5.0  # seconds; the figure says how long it took


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
def test_closing_the_last_window_ends_the_process(start: Start, figure: Callable[[str], None], busy: bool) -> None:
    """Python loops, sleeps, native code, coroutines and generators are left where they are; clean-up has run."""
    app = start(APP)
    [window] = app.windows(1)
    if busy:
        window.click("Work")
        wait_until(lambda: window.find("Number")["value"], "the handlers at work", 20)
    window.front()
    began = time.monotonic()
    window.close()
    wait_until(lambda: app.process.poll() is not None, "the end of the process", LIMIT)
    figure(f"{app.engine}: {time.monotonic() - began:.2f} s from Alt+F4 to the end, {'busy' if busy else 'idle'}")
    app.end()
    assert sorted(app.said) == ["deleted quick", "deleting quick", "unloaded"]
    assert ("not everything is done" in app.log) is busy
