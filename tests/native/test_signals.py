"""What ends an app from outside: a signal in order, the end of the screen without loss."""

from __future__ import annotations

import signal
import subprocess

import pytest

from tests.native.conftest import Start
from tests.native.native_app import NativeApp
from tests.native.own_screen import Screen
from tests.waiting import wait_until

KEEPER = "tests.native.apps.keeper"
BUSY = "tests.native.apps.busy"
LIMIT = 20.0
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def status(app: NativeApp, within: float = LIMIT) -> int:
    """Wait for its end, and return its exit status."""
    try:
        found = app.process.wait(within)
    except subprocess.TimeoutExpired:
        raise AssertionError(f"after {within:g} s it still runs; the log: {app.log}") from None
    app._reader.join(LIMIT)
    return found


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_ends_the_app_in_order(start: Start, number: signal.Signals) -> None:
    """Sessions end with their clean-up, what is stored is there, and the status is 128 and the signal's number."""
    app = start(KEEPER)
    [window] = app.windows(1)
    window.click("Add to global")
    window.wait_for("Global", "1")
    window.click("Open another")
    sessions = [each.session() for each in app.windows(2)]
    app.process.send_signal(number)
    assert status(app) == 128 + number
    assert sorted(app.said) == ["deleted 0", "deleted 0", *sorted(f"unloaded {session}" for session in sessions)]
    assert "Traceback" not in app.log
    [window] = start(KEEPER).windows(1)
    window.wait_for("Global", "1")


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_while_handlers_are_busy(start: Start, number: signal.Signals) -> None:
    """None of them is waited for: clean-up runs, and the log names what was left."""
    app = start(BUSY)
    [window] = app.windows(1)
    window.click("Work")
    wait_until(lambda: window.find("Number")["value"], "the handlers at work", LIMIT)
    app.process.send_signal(number)
    assert status(app, 10) == 128 + number
    assert sorted(app.said) == ["deleted quick", "deleting quick", "unloaded"]
    assert "the app ends although not everything is done" in app.log


def test_a_signal_while_the_page_is_loading(start: Start) -> None:
    """The window closes before it has shown anything."""
    app = start(KEEPER)

    def opened() -> bool:
        try:
            return bool(app.ask("opened"))
        except RuntimeError:  # no app yet
            return False

    wait_until(opened, "the first window to be asked for", LIMIT)
    app.process.send_signal(signal.SIGTERM)
    assert status(app, 10) == 128 + signal.SIGTERM
    assert "Traceback" not in app.log


def test_ctrl_c_twice_ends_it_at_once(start: Start) -> None:
    """The second one waits for nothing, and the status is the same."""
    app = start(BUSY)
    [window] = app.windows(1)
    window.click("Slow")
    window.wait_for("Number", "it will be")
    app.process.send_signal(signal.SIGINT)
    wait_until(lambda: "deleting slow" in app.said, "the clean-up", LIMIT)
    app.process.send_signal(signal.SIGINT)
    assert status(app) == 128 + signal.SIGINT
    assert "it was asked twice" in app.log
    assert "not everything is done" not in app.log


def test_what_an_author_made_of_a_signal_stays(start: Start) -> None:
    """Theirs is called while the app idles, what is ignored stays so, and the app goes on until another one ends it."""
    app = start("tests.native.apps.own_signals")
    [window] = app.windows(1)
    for number in (signal.SIGHUP, signal.SIGTERM):
        app.process.send_signal(number)
    wait_until(lambda: "the author's own" in app.said, "the author's handler", LIMIT)
    window.click("Answer")
    window.wait_for("Shown", "answered")
    app.process.send_signal(signal.SIGINT)
    assert status(app) == 128 + signal.SIGINT
    assert "Traceback" not in app.log


def test_slow_clean_up_is_not_waited_for_for_ever(start: Start) -> None:
    """After its grace the log names it, and the app ends with the status of its last window's end."""
    app = start(BUSY)
    [window] = app.windows(1)
    window.click("Slow")
    window.wait_for("Number", "it will be")
    window.close()
    app.end()
    assert "deleting slow" in app.said
    assert "Still running after 2 s: the delete_callback of State" in app.log


def test_the_end_of_the_screen(start: Start) -> None:
    """The app is gone soon, and what it had acknowledged is stored."""
    with Screen() as screen:
        app = start(KEEPER, DISPLAY=screen.name)
        app.windows(1)
        app.ask("call", function="write_from_outside")
        wait_until(lambda: len(app.said) > 20, "some writes", LIMIT)
        screen.kill()
        status(app)
    while_it_ran = app.said[: next((n for n, line in enumerate(app.said) if line.startswith("unloaded ")), None)]
    last = int([line for line in while_it_ran if line.startswith("wrote ")][-1].split()[1])
    [window] = start(KEEPER).windows(1)
    wait_until(lambda: int(window.find("Global")["value"]) >= last, f"{last} to be there", LIMIT)
