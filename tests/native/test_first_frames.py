"""What a window looks like before its page is there."""

from __future__ import annotations

import pytest

from tests.native.conftest import Start
from tests.native.picture import LOOKS
from tests.native.screen_watch import ScreenWatch

APP = "tests.native.apps.gallery_visitors"
WINDOW = 0.25  # of the screen: less than any window takes, and more than a title, a menu and text


@pytest.mark.parametrize("look", LOOKS)
def test_a_window_is_dark_or_light_from_its_first_frame(start: Start, look: str, monkeypatch: pytest.MonkeyPatch):
    """As the desktop asks for: where dark is wished no white comes before the page, in a second window or a reload."""
    for name, value in LOOKS[look].items():
        monkeypatch.setenv(name, value)
    with ScreenWatch() as watch:
        app = start(APP)
        [window] = app.windows(1)
        assert window.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (look == "dark")
        window.menu(1)
        [_, second] = app.windows(2)
        second.reload()
        second.find("Visits so far")
    assert max(watch.shares[:1]) < WINDOW, "the screen was not dark before"
    assert (max(watch.shares) > WINDOW) == (look == "light"), max(watch.shares)
