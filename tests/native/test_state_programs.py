"""The four programs of the gallery in real windows, with real clicks and keys."""

from __future__ import annotations

import json

from tests.native.conftest import Start

EXAMPLES = "desktop_app.gallery.examples"


def test_visitors_are_counted_over_all_windows(start: Start):
    """File → New Window opens a second one: they show 1 and 2; a reload counts too, and the last close ends the app."""
    app = start(f"{EXAMPLES}.visitors")
    [first] = app.windows(1)
    first.wait_for("Visits so far", "1")
    first.menu(1)
    first, second = app.windows(2)
    second.wait_for("Visits so far", "2")
    first.wait_for("Visits so far", "1")
    first.reload()
    first.wait_for("Visits so far", "3")
    first.close()
    [second] = app.windows(1)
    second.close()
    app.end()


def test_each_window_has_a_cart_of_its_own(start: Start):
    """What is clicked together in one window is not in the other, and a reload empties it."""
    app = start(f"{EXAMPLES}.cart")
    [mine] = app.windows(1)
    mine.menu(1)
    mine, yours = app.windows(2)
    mine.click("Bread")
    mine.click("Grapes")
    mine.click("Put in the basket")
    mine.wait_for("Things in the basket", "2")
    mine.click("Put in the basket")
    mine.wait_for("Things in the basket", "4")
    yours.click("Cheese")
    yours.click("Put in the basket")
    yours.wait_for("Things in the basket", "1")
    mine.reload()
    mine.wait_for("Things in the basket", "0")
    yours.wait_for("Things in the basket", "1")


def test_objects_of_sessions_come_and_go_with_them(start: Start):
    """Dice are handed out at the load and taken back on close, on reload and on leaving the app."""
    app = start("tests.native.apps.dice")
    [first] = app.windows(1)
    first.menu(1)
    first, second = app.windows(2)
    second.wait_for("Status", "You have dice of your own. Dice in use: 2.")
    first.click("Roll")
    first.click("Roll")
    first.wait_for("Rolls in this window", "2")
    second.click("Roll")
    second.wait_for("Rolls in this window", "1")
    second.close()
    [first] = app.windows(1)
    first.reload()
    app.ask("idle")  # dice are taken back while the page is loaded again; which is done first is not promised
    first.menu(1)
    first, second = app.windows(2)
    second.wait_for("Status", "You have dice of your own. Dice in use: 2.")
    first.close()
    second.close()
    assert app.end() == 0


def test_what_was_entered_is_there_at_the_next_start(start: Start):
    """Typed and suggested values come back from the webview's own localStorage after the app was closed."""
    app = start(f"{EXAMPLES}.credentials")
    [window] = app.windows(1)
    assert window.find("Access code")["type"] == "password"
    window.type("User name", "ada")
    window.wait_for_text("✓ Kept at ")
    window.click("Suggest both")
    app.ask("idle")
    window.wait_for_text("✓ Kept at ")
    user, code = window.find("User name")["value"], window.find("Access code")["value"]
    assert user.startswith("guest-")
    window.menu(1)
    _, other = app.windows(2)
    other.wait_for("User name", user)
    for each in app.windows(2):
        each.close()
    app.end()

    app = start(f"{EXAMPLES}.credentials")
    [window] = app.windows(1)
    window.wait_for("User name", user)
    window.wait_for("Access code", code)
    stored = window.evaluate("localStorage.getItem('desktop_app:credentials-1')")
    assert json.loads(json.loads(stored)["text"]) == {"user": user, "code": code}
    window.close()
    app.end()
