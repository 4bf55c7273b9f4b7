"""What is kept outlasts whatever ends the app, and the loss of either of its two copies."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.state.browser_entry import decode
from tests.native.conftest import Start
from tests.native.native_app import NativeApp, NativeWindow
from tests.soak import rounds
from tests.waiting import wait_until

APP = "tests.native.apps.keeper"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the app keeps its data."""
    return tmp_path / "home" / ".local" / "share" / "keeper"


def shown(window: NativeWindow) -> tuple[int, int]:
    """Wait until the window shows the two kept values, and return them."""
    values = [window.find(label) for label in ("Global", "Browser")]

    def there() -> bool:
        values[:] = [window.find(label) for label in ("Global", "Browser")]
        return all(each["value"] for each in values)

    wait_until(there, "the values of the load")
    return int(values[0]["value"]), int(values[1]["value"])


def acknowledged(app: NativeApp) -> list[tuple[int, int, float]]:
    """The values that were written, each with its moment."""
    lines = [line.split() for line in app.said if line.startswith("acknowledged ")]
    return [(int(everywhere), int(kept), float(moment)) for _, everywhere, kept, moment in lines]


def add_to_both(window: NativeWindow) -> None:
    """Make both kept values 1."""
    assert shown(window) == (0, 0)
    window.click("Add to global")
    window.wait_for("Global", "1")
    window.click("Add to browser")
    window.wait_for("Browser", "1")
    wait_until(lambda: window.stored("keeper-1") == 1, "the value in localStorage")


def test_a_kill_leaves_the_last_acknowledged_values_or_those_being_written(
    start: Start, figure: Callable[[str], None], request: pytest.FixtureRequest
) -> None:
    """Each round kills app and webview amid writes of both kinds, and the next start shows what was kept."""
    number = rounds(4, 20)
    expected = (0, 0)
    writes = lost = 0
    longest = 0.0
    for round_number in range(number + 1):
        app = start(APP)
        [window] = app.windows(1)
        found = shown(window)
        for now, before in zip(found, expected, strict=True):
            assert now in (before, before + 1 if round_number else 0), f"round {round_number}: {found}, {expected}"
        wait_until(lambda w=window, f=found: w.stored("keeper-1") == (f[1] or None), "localStorage brought up to date")
        [in_webview] = app.ask("reported")
        there = decode(in_webview["keeper-1"]).text if "keeper-1" in in_webview else "0"
        lost += int(there) < expected[1]
        if round_number < number:
            window.click("Write on")
            wait_until(lambda a=app, n=round_number: len(acknowledged(a)) > n % 5, "writes that were acknowledged")
            moment = app.kill()
            everywhere, kept, last = acknowledged(app)[-1]
            expected = (everywhere, kept)
            writes += len(acknowledged(app))
            longest = max(longest, moment - last)
    figure(
        f"kill, {request.node.callspec.id}: {number} rounds, {writes} acknowledged writes, killed at most "
        f"{longest * 1000:.0f} ms after the last; none lost; localStorage alone would have lost {lost} times"
    )


def test_browser_state_outlasts_the_webviews_folder(start: Start, folder: Path) -> None:
    """Without the webview's profile the copy beside it has the value, and localStorage gets it back."""
    app = start(APP)
    [window] = app.windows(1)
    add_to_both(window)
    window.close()
    app.end()
    shutil.rmtree(folder / "webview")

    app = start(APP)
    [window] = app.windows(1)
    assert shown(window) == (1, 1)
    assert app.ask("reported") == [{}], "the profile was not new"
    wait_until(lambda: window.stored("keeper-1") == 1, "the value in localStorage")


def test_browser_state_outlasts_the_apps_own_file(start: Start, folder: Path) -> None:
    """Without it localStorage has the value, and it is copied once more; a persisted global starts anew."""
    app = start(APP)
    [window] = app.windows(1)
    add_to_both(window)
    window.close()
    app.end()
    for file in folder.glob("state.db*"):
        file.unlink()

    app = start(APP)
    [window] = app.windows(1)
    window.wait_for("Browser", "1")
    assert shown(window) == (0, 1)
    window.close()
    app.end()
    shutil.rmtree(folder / "webview")

    app = start(APP)
    [window] = app.windows(1)
    assert shown(window) == (0, 1)


def test_a_file_that_is_damaged_is_set_aside_and_said(start: Start, folder: Path) -> None:
    """A toast says what happened and where the old file is; the app runs, and localStorage has its values."""
    app = start(APP)
    [window] = app.windows(1)
    add_to_both(window)
    window.close()
    app.end()
    for file in folder.glob("state.db?*"):
        file.unlink()
    damaged = b"no database at all\n" * 1000
    (folder / "state.db").write_bytes(damaged)

    app = start(APP)
    [window] = app.windows(1)
    window.wait_for_text("Stored values")
    [aside] = folder.glob("state.db.set-aside-*")
    window.wait_for_text(f"The old file is kept as {aside.name}.")
    assert aside.read_bytes() == damaged
    assert aside.name in app.log
    window.wait_for("Browser", "1")
    window.click("Add to global")
    window.wait_for("Global", "1")
    window.close()
    app.end()

    app = start(APP)
    [window] = app.windows(1)
    assert shown(window) == (1, 1)
    assert "Stored values" not in window.evaluate("document.body.innerText")
    assert aside.read_bytes() == damaged
