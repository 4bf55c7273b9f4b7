"""Closing a window that has something to lose."""

from __future__ import annotations

import pytest

from tests.native.conftest import Start
from tests.native.screen import active, wait_for_dialog
from tests.waiting import wait_until
from tests.xdotool import xdotool

APP = "tests.native.apps.desktop"


@pytest.mark.parametrize("how", ["alt+F4", "ctrl+w", "ctrl+q"])
def test_the_user_is_asked_about_what_was_only_typed(start: Start, how: str) -> None:
    """Escape keeps the window and what was typed; the button closes it."""
    app = start(APP)
    [window] = app.windows(1)
    window.type("Text", "mine")
    window.keys(how)
    wait_for_dialog(window.handle)
    xdotool("key", "Escape")
    wait_until(lambda: active() == window.handle, "the window in front again")
    window.wait_for("Text", "mine")
    assert app.said == []
    window.keys(how)
    wait_for_dialog(window.handle)
    xdotool("key", "--delay", "80", "Tab", "space")
    app.end()
    assert app.said == ["unloaded"]


def test_a_listener_refuses(start: Start) -> None:
    """The window stays, without a question, and answers."""
    app = start(APP)
    [window] = app.windows(1)
    window.type("Text", "never")
    window.close()
    window.click("Ask")
    wait_for_dialog(window.handle)
    xdotool("key", "Escape")
    window.wait_for("Out", "Leave it")


def test_without_anything_to_lose_it_closes(start: Start) -> None:
    """Nobody is asked."""
    app = start(APP)
    [window] = app.windows(1)
    window.close()
    app.end()
    assert app.said == ["unloaded"]
