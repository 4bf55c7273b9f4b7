"""File → Reopen Closed Window."""

from __future__ import annotations

from tests.native.conftest import Start
from tests.native.native_app import near
from tests.waiting import wait_until

REOPEN = 2  # its place in the File menu


def test_a_closed_window_comes_back_as_it_was(start: Start) -> None:
    """With its values, also those that were only typed, in its place and size; its session never ended."""
    app = start("tests.native.apps.keeper_reopening")
    [first] = app.windows(1)
    first.menu(1)
    first, second = app.windows(2)
    second.put(220, 160, 700, 560)
    second.type("Note", "typed")
    second.click("Add to session")
    second.wait_for("Session", "1")
    session, place = second.session(), second.geometry()
    second.close()
    [first] = app.windows(1)
    first.click("Add to browser")
    first.wait_for("Browser", "1")
    first.menu(REOPEN)
    first, again = app.windows(2)
    assert again.session() == session
    again.wait_for("Note", "typed")
    again.wait_for("Session", "1")
    wait_until(lambda: near(again.geometry(), place), f"the window at {place}; it is at {again.geometry()}")
    again.wait_for("Browser", "1")
    again.click("Add to session")
    again.wait_for("Session", "2")
    assert app.said == []
    again.close()
    [first] = app.windows(1)
    first.close()
    app.end()
    assert sorted(app.said)[:2] == ["deleted 0", "deleted 2"]
    assert len(app.said) == 4
