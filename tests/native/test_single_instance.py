"""A second start of an app in real windows: handed over to the first, or beside it."""

from __future__ import annotations

from pathlib import Path

from tests.native.conftest import Start
from tests.waiting import wait_until
from tests.xdotool import xdotool

APP = "tests.native.apps.starts"
SEVERAL = "tests.native.apps.starts_several"
LIMIT = 20.0


def test_a_second_start_opens_a_window_of_the_first(start: Start, tmp_path: Path) -> None:
    """In the front, with what it was given; it ends with status 0; windows that are opened otherwise were given
    nothing."""
    first = start(APP, "a.txt")
    [window] = first.windows(1)
    window.wait_for("Arguments", "a.txt")
    window.front()
    second = start(APP, "b.txt", "c d", folder=tmp_path)
    second.end()
    window, opened = first.windows(2)
    wait_until(lambda: xdotool("getactivewindow").strip() == opened.handle, "the new window in the front", LIMIT)
    opened.wait_for("Arguments", "b.txt c d")
    opened.wait_for("Folder", str(tmp_path))
    opened.reload()
    opened.wait_for("Arguments", "b.txt c d")
    opened.click("Open another")
    *_, other = first.windows(3)
    other.wait_for("Folder", "None")
    other.wait_for("Arguments", "")
    assert second.said == []
    for each in first.windows(3):
        each.close()
    first.end()
    [window] = start(APP, "d").windows(1)
    window.wait_for("Arguments", "d")


def test_a_second_start_while_the_first_begins(start: Start) -> None:
    """It waits for the first, and is heard."""
    first, second = start(APP, "a"), start(APP, "b")
    wait_until(lambda: [each.process.poll() for each in (first, second)].count(0) == 1, "the end of one of them", LIMIT)
    [left] = [each for each in (first, second) if each.process.poll() is None]
    windows = left.windows(2)
    wait_until(lambda: sorted(each.find("Arguments")["value"] for each in windows) == ["a", "b"], "both words", LIMIT)


def test_several_share_what_is_stored(start: Start, tmp_path: Path) -> None:
    """Increments of both at once lose nothing, each sees the other's, and the second has all that a window has."""
    first = start(SEVERAL, "a")
    [one] = first.windows(1)
    second = start(SEVERAL, "b")
    [other] = second.windows(1)
    other.wait_for("Arguments", "b")
    for window in (one, other):
        window.find("Add many")
    for window in (one, other):
        window.click("Add many")
    for window in (one, other):
        window.wait_for("Total", "1000")
    one.click("Keep")
    one.wait_for("Kept", "1")
    other.wait_for("Kept", "1")
    other.click("Keep")
    one.wait_for("Kept", "2")
    for window in (one, other):
        window.reload()
        window.wait_for("Kept", "2")
        wait_until(lambda w=window: w.stored("kept") == 2, "the value in the webview of both", LIMIT)
    for window, app in ((one, first), (other, second)):
        window.close()
        app.end()
    assert {"webview", "webview-2"} <= {each.name for each in (tmp_path / "home/.local/share/starts-several").iterdir()}
    [window] = start(SEVERAL).windows(1)
    window.wait_for("Total", "1000")
    window.wait_for("Kept", "2")
