"""The state inspector in a window of its own, opened by real keys."""

from __future__ import annotations

import subprocess

from tests.listening import listening_sockets
from tests.native.conftest import Start
from tests.native.native_app import LIMIT, NativeWindow
from tests.waiting import wait_until


def inspectors() -> list[str]:
    """The inspectors' windows that are on the screen."""
    search = ["xdotool", "search", "--onlyvisible", "--name", "^State inspector – Corner shop$"]
    return subprocess.run(search, capture_output=True, text=True, check=False, timeout=30).stdout.split()


def look(window: NativeWindow, *parts: str) -> str:
    """Let the app read what the inspector shows until it has all parts, and return it."""
    shown = ""

    def there() -> bool:
        nonlocal shown
        window.click("Look")
        window.app.ask("idle")
        shown = str(window.find("Seen")["value"])
        return all(part in shown for part in parts)

    wait_until(there, f"{parts} in the inspector; it shows: {shown}", LIMIT)
    return shown


def test_the_key_opens_it_and_it_shows_the_scopes(start: Start):
    """Ctrl+Shift+D once or twice is one window; it shows the state and the events and goes with the app's last."""
    app = start("tests.native.apps.inspected")
    [window] = app.windows(1)
    window.type("Code", "hunter2")
    window.keys("ctrl+shift+d")
    wait_until(lambda: len(inspectors()) == 1, "the inspector on the screen", LIMIT)
    window.type("Name", "Ada")
    window.click("Sign in")
    window.click("Put")
    window.click("Restock")
    scopes = ["visits", "on disk", "'bread': 11", "['bread']", "'Ada'", "<b>| **not** markup |</b>", "••••••"]
    shown = look(window, *scopes, "Button 'Put'.click", "sign_in() done after", "restock() failed: KeyError after")
    assert "hunter2" not in shown
    window.keys("ctrl+shift+d")
    look(window, "['bread']")
    assert len(inspectors()) == 1
    assert len(app.windows(1)) == 1
    window.close()
    app.end()
    assert inspectors() == []


def test_debug_opens_it_at_the_start(start: Start):
    """`launch(debug=True)` shows the inspector and the app, and nothing listens anywhere."""
    app = start("tests.native.apps.inspected_from_start")
    [window] = app.windows(1)
    wait_until(lambda: len(inspectors()) == 1, "the inspector on the screen", LIMIT)
    look(window, "visits", "Button 'Look'.click")
    assert listening_sockets(app.process.pid) == []
    window.close()
    app.end()
