"""GlobalState on a Redis server: one value for every copy of the app."""

from __future__ import annotations

import signal
import threading

import pytest

import desktop_app as gr
from desktop_app.errors import StoreError
from desktop_app.state.store import Entry
from desktop_app.testing import HeadlessApp
from tests.redis.conftest import Connect
from tests.redis.server import RedisServer
from tests.waiting import wait_until


def app_on(url: str):
    """An app whose Go button counts up what is on the server, and whose windows show it."""
    with gr.Blocks() as demo:
        demo.score = gr.GlobalState(0, key="score", store=url)
        demo.shown = gr.Number(label="Shown")
        gr.Button("Go").click(lambda n: n + 1, demo.score, demo.score)
        gr.on([demo.score.change, demo.load], lambda n: n, demo.score, demo.shown)
    return demo


def count_up(entry: Entry | None) -> Entry:
    """What another copy of the app does."""
    return Entry(str(int(entry.text or 0) + 1), entry.revision + 1) if entry else Entry("1", 1)


def test_a_write_elsewhere_is_shown_in_every_window(server: RedisServer, connect: Connect):
    """`change` fires in each window when another process has written."""
    other = connect()
    with HeadlessApp(app_on(server.url)) as app:
        windows = [app.open_window() for _ in range(2)]
        windows[0].click("Go")
        assert other.read("global:score") == Entry("1", 1)
        other.update("global:score", count_up)
        wait_until(lambda: [window.value("Shown") for window in windows] == [2, 2], "both windows show 2")
        windows[1].click("Go")
        assert windows[0].value("Shown") == 3


def test_updates_of_both_sides_are_all_counted(server: RedisServer, connect: Connect):
    """Writers on both sides at once lose nothing."""
    other = connect()
    demo = app_on(server.url)
    with HeadlessApp(demo, timeout=60) as app:
        window = app.open_window()
        thread = threading.Thread(target=lambda: [other.update("global:score", count_up) for _ in range(200)])
        thread.start()
        for _ in range(200):
            demo.score.update(lambda n: n + 1)
        thread.join()
        wait_until(lambda: window.value("Shown") == 400, "the window shows 400")


def test_a_server_that_is_gone_is_said_and_the_app_catches_up(server: RedisServer, connect: Connect, caplog):
    """A handler's write is an error that the user reads; after the server is back, everything is there."""
    demo = app_on(f"{server.url}?timeout=0.5")
    with HeadlessApp(demo, timeout=30) as app:
        window = app.open_window()
        window.click("Go")
        server.stop(signal.SIGKILL)
        window.click("Go")
        assert len(window.toasts) == 1
        assert "Redis" in window.toasts[0]
        assert window.value("Shown") == 1
        server.start()
        connect().update("global:score", count_up)
        wait_until(lambda: window.value("Shown") == 2, "the window has caught up", timeout=20)
        window.click("Go")
        assert window.value("Shown") == 3


def test_an_unreachable_server_is_said_at_the_start():
    """Nothing hangs: the first use says where it could not connect."""
    state = gr.GlobalState(0, key="score", store="redis://127.0.0.1:1/0?timeout=0.5")
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:1"):
        _ = state.value


def test_an_app_starts_without_its_server(caplog):
    """The window opens and says what is wrong; what does not need the server works."""
    demo = app_on("redis://127.0.0.1:1/0?timeout=0.3")
    with demo:
        plain = gr.Textbox(label="Plain")
        gr.Button("Other").click(lambda: "works", None, plain)
    with HeadlessApp(demo, timeout=30) as app:
        window = app.open_window()
        assert any("127.0.0.1:1" in toast for toast in window.toasts)
        window.click("Other")
        assert window.value("Plain") == "works"
