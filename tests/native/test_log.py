"""The log that an app in real windows leaves."""

from __future__ import annotations

import stat
from pathlib import Path

from tests.native.conftest import Start

APP = "tests.native.apps.unhappy"
ENGINES = {"gtk": "gtk (WebKitGTK 2.", "qt": "qt (QtWebEngine 6."}


def test_a_failing_handler_is_in_the_log(start: Start, tmp_path: Path) -> None:
    """With the stack, but without the message of the error, and after the versions; standard error has the message."""
    app = start(APP)
    [window] = app.windows(1)
    window.click("Raise")
    window.wait_for_text("The log has the details.")
    window.close()
    app.end()
    folder = tmp_path / "home" / ".local" / "state" / "unhappy" / "log"
    [file] = folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    first, *rest = file.read_text().splitlines()
    assert first.startswith("desktop-blocks ")
    assert ENGINES[app.engine] in first
    assert rest[0].endswith("ERROR desktop_app: <lambda>() failed")
    assert rest[-1] == "ZeroDivisionError"
    assert "ZeroDivisionError: division by zero" in app.log
