"""What ends a page: a crash, a reload and a close by the app itself. Each session ends once."""

from __future__ import annotations

import os
import signal

from tests.native.conftest import Start
from tests.waiting import wait_until
from tests.xdotool import xdotool

APP = "tests.native.apps.keeper"


def test_a_page_whose_process_dies_is_loaded_again(start: Start) -> None:
    """Its session ends once and a new one begins with what is kept; the other window notices nothing."""
    app = start(APP)
    [window] = app.windows(1)
    others = app.page_processes()
    window.click("Open another")
    other, broken = app.windows(2)
    [process] = app.page_processes() - others
    other.type("Note", "typed")
    broken.click("Add to session")
    broken.wait_for("Session", "1")
    broken.click("Add to browser")
    broken.wait_for("Browser", "1")
    sessions = other.session(), broken.session()

    os.kill(process, signal.SIGKILL)
    wait_until(lambda: broken.session() not in ("", sessions[1]), "a new session after the crash")
    broken.wait_for_text("This window had to be loaded again.")
    broken.wait_for("Session", "0")
    broken.wait_for("Browser", "1")
    wait_until(lambda: sorted(app.said) == ["deleted 1", f"unloaded {sessions[1]}"], "the end of the session")
    assert "the page's process has died" in app.log
    assert other.session() == sessions[0]
    assert other.find("Note")["value"] == "typed"
    broken.click("Add to browser")
    other.wait_for("Browser", "2")
    last = broken.session()
    for each in (other, broken):
        each.close()
    app.end()
    ends = ["deleted 0", "deleted 0", "deleted 1", *(f"unloaded {session}" for session in (*sessions, last))]
    assert sorted(app.said) == sorted(ends)


def test_a_page_that_dies_again_and_again_is_left_alone(start: Start) -> None:
    """The window asks its user, and loads the page once more if they want it; other windows go on."""
    app = start(APP)
    [other] = app.windows(1)
    others = app.page_processes()
    other.click("Open another")
    _, broken = app.windows(2)
    other.put(20, 30, 600, 450)
    broken.put(640, 500, 600, 450)
    for count in range(1, 4):
        last = broken.session()
        wait_until(lambda: app.page_processes() - others, "a process for the page")
        for process in app.page_processes() - others:
            os.kill(process, signal.SIGKILL)
        wait_until(lambda n=count: app.log.count("the page's process has died") == n, "the death in the log")
        if count < 3:
            wait_until(lambda s=last: broken.session() not in ("", s), "a new session after the crash")
    assert "it is not loaded again" in app.log
    other.click("Add to session")
    other.wait_for("Session", "1")
    wait_until(lambda: broken.session() == "", "the end of the last session")
    titles = xdotool("search", "--onlyvisible", "--pid", str(app.process.pid)).split()
    assert len(titles) >= 3, "the question is on the screen"
    broken.front()
    xdotool("key", "Return")
    wait_until(lambda: broken.session() != "", "another try")
    broken.wait_for("Session", "0")


def test_a_handler_reloads_all_windows(start: Start) -> None:
    """Each shows a new session; the old ones end once."""
    app = start(APP)
    [first] = app.windows(1)
    first.click("Open another")
    windows = app.windows(2)
    before = [window.session() for window in windows]
    windows[0].type("Note", "typed")
    windows[1].click("Reload all")
    for window, session in zip(windows, before, strict=True):
        wait_until(lambda w=window, s=session: w.session() not in ("", s), "a new session after the reload")
        window.wait_for("Note", "")
    wait_until(lambda: len(app.said) == 4, f"the ends of both sessions: {app.said}")
    assert sorted(app.said) == ["deleted 0", "deleted 0", *sorted(f"unloaded {session}" for session in before)]


def test_a_handler_closes_its_own_window(start: Start) -> None:
    """The other one stays; closing the last ends the app with status 0."""
    app = start(APP)
    [first] = app.windows(1)
    first.click("Open another")
    first, second = app.windows(2)
    sessions = first.session(), second.session()
    second.click("Close this")
    [left] = app.windows(1)
    assert left.id == first.id
    left.click("Add to session")
    left.wait_for("Session", "1")
    left.click("Close this")
    app.end()
    assert sorted(app.said) == ["deleted 0", "deleted 1", *sorted(f"unloaded {session}" for session in sessions)]
    assert "not everything is done" not in app.log
