"""What messages leave behind in a page."""

from __future__ import annotations

import pytest

from tests.native.conftest import Start
from tests.native.native_app import NativeApp, NativeWindow
from tests.waiting import wait_until

APP = "tests.native.apps.ticking"
CHROMIUM = (
    '"--js-flags=--expose-gc" --enable-precise-memory-info'  # lets a page collect garbage, and count what is left
)
MESSAGES = 600
MOST = 300  # bytes for each message; as a script of its own one leaves more than a thousand


def heap(app: NativeApp, window: NativeWindow, messages: int) -> tuple[int, int]:
    """How many messages the page has had, once that are so many, and the bytes that its scripts hold then."""
    wait_until(lambda: app.ask("messages") >= messages, f"{messages} messages", 60)
    return app.ask("messages"), window.evaluate("(gc(), gc(), performance.memory.usedJSHeapSize)")


@pytest.mark.parametrize("start", ["qt"], indirect=True)  # WebKit tells nobody of its heap
def test_a_message_leaves_nothing_in_the_page(start: Start) -> None:
    app = start(APP, QTWEBENGINE_CHROMIUM_FLAGS=CHROMIUM)
    [window] = app.windows(1)
    first, before = heap(app, window, MESSAGES)  # by then what runs often is compiled
    last, after = heap(app, window, first + MESSAGES)
    assert after - before < MOST * (last - first)
    window.close()
    app.end()
