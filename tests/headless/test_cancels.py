"""Stopping what runs and what waits."""

from __future__ import annotations

import asyncio
import threading

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


class Handlers:
    """Handlers of each kind that go on until they are stopped, and say so."""

    def __init__(self):
        self.said = []
        self.release = threading.Event()

    def generator(self):
        try:
            for number in range(1_000_000):
                yield number
                self.release.wait(0.001)
        finally:
            self.said.append("generator closed")

    async def coroutine(self):
        self.said.append("coroutine begun")
        try:
            await asyncio.sleep(1000)
        except asyncio.CancelledError:
            self.said.append("coroutine cancelled")
            raise
        return -1

    async def async_generator(self):
        try:
            for number in range(1_000_000):
                yield number
                await asyncio.sleep(0.001)
        finally:
            self.said.append("async generator closed")

    def plain(self):
        self.said.append("plain begun")
        self.release.wait(10)
        self.said.append("plain ended")
        return -2


def stoppable(name, **options):
    """An app that runs one of them by Go and stops it by Stop."""
    handlers = Handlers()
    with gr.Blocks() as demo:
        out = gr.Number(0, label="Out")
        run = gr.Button("Go").click(getattr(handlers, name), None, out, **options)
        run.then(lambda: handlers.said.append("then"))
        run.success(lambda: handlers.said.append("success"))
        gr.Button("Stop").click(None, cancels=run)
    return demo, handlers


def test_a_generator_stops_at_its_next_yield():
    """It is closed, so that its `finally` runs, and nothing follows it."""
    demo, handlers = stoppable("generator")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        wait_until(lambda: window.value("Out"), "the first step")
        window.click("Stop")
        assert handlers.said == ["generator closed"]


def test_an_async_function_is_cancelled_where_it_waits():
    """It gets asyncio's own CancelledError at its `await`."""
    demo, handlers = stoppable("coroutine")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        wait_until(lambda: handlers.said, "its begin")
        window.click("Stop")
        wait_until(lambda: len(handlers.said) == 2, "its end")
        assert handlers.said == ["coroutine begun", "coroutine cancelled"]
        assert window.value("Out") == 0
        assert window.toasts == []


def test_an_async_generator_stops_and_is_closed():
    """Like a plain one."""
    demo, handlers = stoppable("async_generator")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        wait_until(lambda: window.value("Out"), "the first step")
        window.click("Stop")
        assert handlers.said == ["async generator closed"]


def test_a_plain_function_ends_but_writes_nothing():
    """Nobody can stop it; what it returns goes nowhere, and nothing follows it."""
    demo, handlers = stoppable("plain")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        wait_until(lambda: handlers.said, "its begin")
        window.click("Stop", wait=False)
        handlers.release.set()
        app.wait()
        assert handlers.said == ["plain begun", "plain ended"]
        assert window.value("Out") == 0


def test_events_that_wait_are_dropped():
    """Of three clicks one runs, and the others never do."""
    demo, handlers = stoppable("plain", trigger_mode="multiple")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(3):
            window.click("Go", wait=False)
        wait_until(lambda: handlers.said, "its begin")
        window.click("Stop", wait=False)
        handlers.release.set()
        app.wait()
        assert handlers.said.count("plain begun") == 1


def test_another_windows_run_goes_on():
    """Stop concerns the window it is pressed in."""
    demo, handlers = stoppable("generator", concurrency_limit=None)
    with HeadlessApp(demo) as app:
        first, second = app.open_window(), app.open_window()
        for window in (first, second):
            window.click("Go", wait=False)
            wait_until(lambda window=window: window.value("Out"), "the first step")
        first.click("Stop", wait=False)
        wait_until(lambda: handlers.said, "the end of the first")
        before = second.value("Out")
        wait_until(lambda: second.value("Out") > before, "more steps of the second")
        second.click("Stop")
        assert len(handlers.said) == 2


def test_a_listener_may_run_again_after_it_was_stopped():
    """Nothing of the run that was stopped is left."""
    demo, handlers = stoppable("generator")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(2):
            before = window.value("Out")
            window.click("Go", wait=False)
            wait_until(lambda before=before: window.value("Out") not in (before, 0), "a step")
            window.click("Stop")
        assert handlers.said == ["generator closed"] * 2


def test_a_time_limit_stops_a_generator_and_what_follows_runs():
    """What it has shown stays; its end is an ordinary one."""
    demo, handlers = stoppable("generator", time_limit=0.05)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert handlers.said == ["generator closed", "success", "then"]
        assert window.value("Out") > 0


def test_closing_the_window_stops_everything_in_it():
    """A generator at its next `yield`, a coroutine at its `await`; neither writes any more."""
    for name in ("generator", "coroutine", "async_generator"):
        demo, handlers = stoppable(name)
        with HeadlessApp(demo) as app:
            window = app.open_window()
            window.click("Go", wait=False)
            wait_until(lambda said=handlers.said, w=window: said or w.value("Out"), "its begin")
            window.close()
            wait_until(lambda said=handlers.said: [s for s in said if "begun" not in s], f"the end of the {name}")
        assert "then" not in handlers.said


def test_two_hundred_windows_closed_amid_a_generator_leave_no_thread_behind():
    """Each stops within its next yield."""
    demo, handlers = stoppable("generator", concurrency_limit=None)
    with HeadlessApp(demo) as app:
        app.open_window().close()
        before = threading.active_count()
        for _ in range(200):
            window = app.open_window()
            window.click("Go", wait=False)
            wait_until(lambda w=window: w.value("Out"), "a step")
            window.close()
        assert handlers.said == ["generator closed"] * 200
        wait_until(lambda: threading.active_count() <= before + 2, "the end of its threads")
