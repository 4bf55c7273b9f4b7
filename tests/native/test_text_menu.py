"""The menu of a text, by the right mouse button."""

from __future__ import annotations

from tests.native.conftest import Start
from tests.xdotool import xdotool

APP = "tests.native.apps.eventful"


def test_a_field_offers_what_one_does_with_texts(start: Start):
    """The first entry cuts, the third one pastes; on what is no text there is no menu."""
    [window] = start(APP).windows(1)
    window.type("Word", "moved")
    window.keys("ctrl+a")
    xdotool("click", "3")
    xdotool("key", "--delay", "80", "Down", "Return")
    window.wait_for("Word", "")
    window.click("Out")
    xdotool("click", "3")
    xdotool("key", "--delay", "80", "Down", "Down", "Down", "Return")
    window.wait_for("Out", "moved")
    window.click("Chain")
    window.wait_for("Out", "one two")
    xdotool("click", "3")  # on the button: a menu that were open would take the next click
    window.click("Script alone")
    window.wait_for("Out", "only ")
