"""What is written in one window is seen in the others."""

from __future__ import annotations

import pytest

from tests.native.conftest import Start

APP = "tests.native.apps.keeper"


@pytest.mark.parametrize(("button", "label"), [("Add to global", "Global"), ("Add to browser", "Browser")])
def test_a_value_written_in_one_window_is_seen_in_the_other(start: Start, button: str, label: str) -> None:
    """Both ways, and in a window that opens later; the session's own value stays in its window."""
    app = start(APP)
    [first] = app.windows(1)
    first.menu(1)
    first, second = app.windows(2)
    first.click(button)
    second.wait_for(label, "1")
    second.click(button)
    first.wait_for(label, "2")
    second.wait_for(label, "2")
    second.click("Add to session")
    second.wait_for("Session", "1")
    second.menu(1)
    first, second, third = app.windows(3)
    third.wait_for(label, "2")
    third.click(button)
    for window in (first, second, third):
        window.wait_for(label, "3")
    assert [window.find("Session")["value"] for window in (first, second, third)] == ["0", "1", "0"]
