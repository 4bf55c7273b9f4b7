"""Sessions: their beginning, their end, and what belongs to them."""

from __future__ import annotations

import threading

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


def logging_app():
    """An app that notes loads and unloads by session."""
    events = []
    with gr.Blocks() as demo:
        gr.Textbox(label="Box")

        @demo.load
        def loaded(request: gr.Request):
            events.append(("load", request.session_hash))

        @demo.unload
        def unloaded(request: gr.Request):
            events.append(("unload", request.session_hash))

    return demo, events


def test_every_load_is_a_session_of_its_own():
    """The hash is another for each window and each reload, and each ends once."""
    demo, events = logging_app()
    with HeadlessApp(demo) as app:
        window, _ = app.open_window(), app.open_window()
        window.reload()
        window.close()
        window.close()
    loads = [name for kind, name in events if kind == "load"]
    unloads = [name for kind, name in events if kind == "unload"]
    assert len(set(loads)) == len(loads) == 3
    assert sorted(unloads) == sorted(loads)


def test_close_with_a_function_is_unload():
    """`demo.close(fn)` is the event that the API calls unload; a function without a Request does as well."""
    ended = []
    with gr.Blocks() as demo:
        demo.close(lambda: ended.append(1))
    with HeadlessApp(demo) as app:
        app.open_window()
    assert ended == [1]


def test_close_without_a_function_closes_the_app():
    """A handler may end the app."""
    with gr.Blocks() as demo:
        gr.Button("Quit").click(lambda: demo.close() and None)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        app.open_window()
        window.click("Quit")
        assert app.windows == []


def test_an_unload_that_raises_does_not_stop_the_others(caplog):
    """Each unload listener runs, and the log names the one that failed."""
    ended = []
    with gr.Blocks() as demo:

        @demo.unload
        def broken():
            raise RuntimeError("oh")

        demo.unload(lambda: ended.append(1))
    with HeadlessApp(demo) as app:
        app.open_window()
    assert ended == [1]
    assert "broken (unload) failed" in caplog.text


def test_closing_stops_a_generator_at_its_next_yield():
    """The generator is closed, what it yields goes nowhere, and the other window is left alone."""
    closed, go_on, yielded = threading.Event(), threading.Event(), threading.Event()

    def endless():
        try:
            while True:
                yield "more"
                yielded.set()
                assert go_on.wait(10)
        finally:
            closed.set()

    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(endless, None, out)
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        window.click("Go", wait=False)
        wait_until(yielded.is_set, "the generator has yielded")
        threading.Timer(0, go_on.set).start()
        window.close()
        wait_until(closed.is_set, "the generator is closed")
        assert other.value("Out") is None


def test_reloading_drops_queued_events():
    """What had not begun when the page was reloaded never runs."""
    inside, go_on, runs = threading.Event(), threading.Event(), []

    def slow():
        runs.append(1)
        inside.set()
        assert go_on.wait(10)

    with gr.Blocks() as demo:
        gr.Button("Go").click(slow, trigger_mode="multiple")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(3):
            window.click("Go", wait=False)
        wait_until(inside.is_set, "the first run is inside")
        threading.Timer(0.05, go_on.set).start()
        window.reload()
        assert runs == [1]


def test_a_handler_of_a_closed_window_writes_nothing():
    """Its result goes nowhere, and no change follows."""
    inside, go_on, changes = threading.Event(), threading.Event(), []

    def slow():
        inside.set()
        assert go_on.wait(10)
        gr.Info("too late")
        return "late"

    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(slow, None, out)
        out.change(lambda: changes.append(1))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        page = window.page
        window.click("Go", wait=False)
        wait_until(inside.is_set, "the handler is inside")
        threading.Timer(0.05, go_on.set).start()
        window.reload()
        assert (window.value("Out"), changes, page.toasts) == (None, [], [])


def test_leaving_the_app_does_not_wait_for_a_handler_that_never_returns(caplog, monkeypatch):
    """It waits a moment for clean-up, says in the log what was not done, and goes."""
    monkeypatch.setattr("desktop_app.app.app.HANDLER_GRACE", 0.05)
    never, inside = threading.Event(), threading.Event()

    def stuck():
        inside.set()
        never.wait()

    with gr.Blocks() as demo:
        gr.Button("Go").click(stuck)
    app = HeadlessApp(demo, timeout=0.05)
    app.open_window().click("Go", wait=False)
    wait_until(inside.is_set, "the handler is inside")
    app.app.finish()
    never.set()
    assert "the app ends although not everything is done. Still running after 0.05 s: stuck." in caplog.text


def test_windows_leave_nothing_behind():
    """After 200 windows the app holds no window and has started no more threads than one window needs."""
    demo, events = logging_app()
    with HeadlessApp(demo) as app:
        app.open_window().close()
        before = threading.active_count()
        for _ in range(200):
            app.open_window().close()
        assert app.windows == []
        assert threading.active_count() <= before + 1
    assert len(events) == 402
