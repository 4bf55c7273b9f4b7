"""Menus of native windows, by mouse and by keys."""

from __future__ import annotations

from tests.native.conftest import Start
from tests.native.screen import wait_for_dialog
from tests.waiting import wait_until
from tests.xdotool import xdotool

APP = "tests.native.apps.desktop"


def test_shortcuts_choose_entries_with_what_was_typed(start: Start) -> None:
    """Also what was typed just before, and a mark is turned over."""
    [window] = start(APP).windows(1)
    window.type("Text", "Ada")
    window.keys("ctrl+g")
    window.wait_for("Out", "hello Ada")
    window.keys("alt+z")
    window.wait_for("Out", "wrap False")
    window.keys("alt+z")
    window.wait_for("Out", "wrap True")


def test_the_mouse_chooses_entries(start: Start) -> None:
    """In the author's menu and in the one inside, where an entry was grey until then."""
    [window] = start(APP).windows(1)
    window.menu_at(0, 1)  # File → Greet
    window.wait_for("Out", "hello None")
    window.menu_at(3, 2, 1)  # Tools → More → Later
    window.wait_for("Out", "later")


def test_editing_by_keys_is_the_pages_own(start: Start) -> None:
    """Select all, cut, paste and undo."""
    [window] = start(APP).windows(1)
    window.type("Text", "one two")
    window.keys("ctrl+a", "ctrl+x")
    window.wait_for("Text", "")
    window.keys("ctrl+v", "ctrl+v")
    window.wait_for("Text", "one twoone two")
    window.keys("ctrl+z")
    window.wait_for("Text", "one two")


def test_editing_by_the_menu_does_the_same(start: Start) -> None:
    """Edit → Select All, Cut, Paste; the field keeps the keyboard."""
    [window] = start(APP).windows(1)
    window.type("Text", "moved")
    window.menu_at(1, 6)  # Select All
    window.menu_at(1, 3)  # Cut
    window.wait_for("Text", "")
    window.menu_at(1, 5)  # Paste
    window.wait_for("Text", "moved")
    xdotool("type", "!")
    window.wait_for("Text", "moved!")
    window.menu_at(1, 1)  # Undo
    wait_until(lambda: window.find("Text")["value"] != "moved!", "the last step undone")


def test_standard_entries_by_keys(start: Start) -> None:
    """A new window, a reload, and about."""
    app = start(APP)
    [window] = app.windows(1)
    window.keys("ctrl+n")
    first, second = app.windows(2)
    session = second.session()
    second.keys("F5")
    wait_until(lambda: second.session() not in ("", session), "a new session after the reload")
    second.keys("ctrl+w")
    assert [window.id for window in app.windows(1)] == [first.id]
    first.menu_at(5, 1)
    wait_for_dialog(first.handle)
    xdotool("key", "Escape")
    first.click("Text")


def test_menus_open_by_their_letters(start: Start) -> None:
    """Alt and the letter; the first entry is marked then."""
    [window] = start(APP).windows(1)
    window.type("Text", "Ada")
    window.keys("alt+f")
    xdotool("key", "--delay", "120", "Return")  # Greet
    window.wait_for("Out", "hello Ada")
