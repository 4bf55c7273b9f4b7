"""Eight windows at once, all with traffic."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.native.conftest import Start
from tests.native.native_app import NativeApp, NativeWindow
from tests.native.own_memory import own_memory
from tests.soak import rounds
from tests.waiting import wait_until

APP = "tests.native.apps.traffic"
WINDOWS = 8
MOST = 10_000, 20  # kB of the app's own process that may be added, in all and more for each second
MOST_OF_PAGES = 4_000  # kB of each page, however many messages it was sent
CHROMIUM = '"--js-flags=--expose-gc --initial-old-space-size=16"'  # our own limit, and a way to collect garbage
LEEWAY = {"threads": 8, "timers": 5 * WINDOWS}  # those of running handlers come and go


def counted(app: NativeApp) -> list[int]:
    """How far each window's session has counted, as its page shows it."""
    return [int(window.find("Here")["value"].partition(":")[0] or 0) for window in app.windows(WINDOWS)]


class Lowest:
    """The least that each page's process had in memory, in kB: what is garbage goes up and down on top of it."""

    def __init__(self, app: NativeApp) -> None:
        self._app = app
        self._of: dict[int, int] = {}

    def look(self) -> None:
        """Look at all of them now."""
        self._app.ask("collect_garbage")
        for process in self._app.page_processes():
            now = own_memory(process)
            self._of[process] = min(now, self._of.get(process, now))

    @property
    def total(self) -> int:
        """Of all of them."""
        return sum(self._of.values())


def use(app: NativeApp, windows: list[NativeWindow], turn: int) -> None:
    """Type in the window whose turn it is: it answers, and its traffic goes on."""
    place = turn % WINDOWS
    at = counted(app)[place]
    windows[place].type("Typed", f"a{turn}")
    wait_until(lambda: f"A{turn}" in windows[place].find("Echoed")["value"], "the answer to what was typed", 20)
    wait_until(lambda: counted(app)[place] > at, "the traffic to go on", 20)


def test_eight_windows_with_traffic(start: Start, figure: Callable[[str], None]) -> None:
    """Each goes on and answers its user, neither Python's side nor the pages grow, and nothing is logged."""
    app = start(APP, QTWEBENGINE_CHROMIUM_FLAGS=CHROMIUM)
    [first] = app.windows(1)
    first.click("Open eight")
    windows = app.windows(WINDOWS)
    wait_until(lambda: min(counted(app)) > 20, "traffic in every window", 60)
    warm = rounds(WINDOWS, 2 * WINDOWS)
    for turn in range(warm):  # a window that comes to the front is drawn, for which it gets its memory
        use(app, windows, turn)
    before, memory = app.ask("census"), app.ask("memory")
    messages = app.ask("messages")
    began, start_of = time.monotonic(), sum(counted(app))
    seconds = rounds(10, 300)
    turn = warm
    early, late = Lowest(app), Lowest(app)
    early.look()
    while (so_far := time.monotonic() - began) < seconds:
        use(app, windows, turn)
        turn += 1
        if so_far < seconds / 3:
            early.look()
        elif so_far > seconds * 2 / 3:
            late.look()
    late.look()
    taken, events = time.monotonic() - began, sum(counted(app)) - start_of
    after, grown = app.ask("census"), app.ask("memory") - memory
    messages, pages_grown = app.ask("messages") - messages, late.total - early.total
    figure(
        f"{app.engine}: {WINDOWS} windows for {taken:.0f} s, {events / taken:.0f} events/s, {turn - warm} times typed; "
        f"{grown / 1024:.1f} MB more than {memory / 1024:.0f} MB in the app after {messages} messages; "
        f"the pages' lowest was {pages_grown / 1024:.1f} MB more at the end than {early.total / 1024:.0f} MB"
    )
    assert {name: after[name] for name in before if after[name] > before[name] + LEEWAY.get(name, 0)} == {}
    assert grown < MOST[0] + MOST[1] * taken
    assert pages_grown < MOST_OF_PAGES * WINDOWS
    for word in ("Traceback", "failed", "refused"):
        assert word not in app.log
    for window in windows:
        window.close()
    app.end()
