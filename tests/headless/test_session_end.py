"""What happens when a value or a session ends: once, apart from everything else, and whatever it does."""

from __future__ import annotations

import gc
import resource
import threading
from pathlib import Path

import pytest

import desktop_app as gr
from desktop_app.bridge.connection import Connection
from desktop_app.session.session import Session
from desktop_app.state.cell import tell
from desktop_app.testing import HeadlessApp
from desktop_app.testing.headless_page import HeadlessPage
from tests.waiting import wait_until


def app_with(value, **options):
    """An app with a State that notes what is deleted, and a Go button that counts it up."""
    deleted = []
    with gr.Blocks(**{k: options.pop(k) for k in ("keep_closed",) if k in options}) as demo:
        demo.state = gr.State(value, delete_callback=options.pop("callback", deleted.append), **options)
        demo.shown = gr.Textbox(label="Shown")
        gr.Textbox(label="Typed")
        gr.Button("Go").click(lambda n: n + 1, demo.state, demo.state)
        gr.Button("Show").click(lambda n: str(n), demo.state, demo.shown)
    return demo, deleted


@pytest.mark.parametrize("end", ["close", "reload", "exit"])
def test_every_value_is_deleted_once(end):
    """Also one that was never written; on close, on reload and on leaving the app."""
    demo, deleted = app_with(0)
    with HeadlessApp(demo) as app:
        written, untouched = app.open_window(), app.open_window()
        written.click("Go")
        written.click("Go")
        if end == "close":
            written.close()
            untouched.close()
        elif end == "reload":
            written.reload()
            untouched.reload()
            assert sorted(deleted) == [0, 2]
            deleted.clear()
    assert sorted(deleted) == ([0, 0] if end == "reload" else [0, 2])


def test_a_replaced_value_is_not_deleted():
    """Only the value that is held at the end is."""
    demo, deleted = app_with(0)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
        assert deleted == []
    assert deleted == [1]


def test_a_value_expires_after_its_last_write():
    """It is deleted once, and the state starts anew."""
    demo, deleted = app_with(0, time_to_live=0.1)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        wait_until(lambda: 1 in deleted, "the value has expired")
        window.click("Show")
        assert window.value("Shown") == "0"
    assert deleted.count(1) == 1
    assert deleted[-1] == 0


def test_a_write_starts_the_time_to_live_anew():
    """What is written in time does not expire."""
    demo, deleted = app_with(0, time_to_live=30)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(5):
            window.click("Go")
        assert len(app.app.runner.clock._live) == 1, "only the last write's time counts"
        assert deleted == []


def test_a_time_to_live_goes_on_after_closing():
    """The session of a closed window is kept, but not its value."""
    demo, deleted = app_with(0, time_to_live=0.1, keep_closed=60)
    with HeadlessApp(demo) as app:
        window, _ = app.open_window(), app.open_window()
        window.click("Go")
        window.close()
        wait_until(lambda: 1 in deleted, "the value has expired")


def test_callbacks_that_raise_hang_or_call_back_hurt_nobody(caplog, monkeypatch):
    """The window closes, the other values are deleted, the log names each."""
    monkeypatch.setattr("desktop_app.session.cleanup.LIMIT", 0.05)
    never, deleted = threading.Event(), []

    def calls_back(value):
        gr.App.current().open_window()
        deleted.append(value)

    with gr.Blocks() as demo:
        gr.State("raises", delete_callback=lambda _: 1 / 0)
        gr.State("hangs", delete_callback=lambda _: never.wait())
        gr.State("calls", delete_callback=calls_back)
        gr.State("fine", delete_callback=deleted.append)

        @demo.unload
        def unload_hangs():
            never.wait()

    app = HeadlessApp(demo)
    window = app.open_window()
    window._surface.close()
    wait_until(lambda: sorted(deleted) == ["calls", "fine"], "the other callbacks are done")
    wait_until(lambda: len(app.windows) == 1, "the window that a callback opened is there")
    wait_until(lambda: "the delete_callback of State still runs after 0.05 s" in caplog.text, "the log names it")
    wait_until(lambda: "unload_hangs (unload) still runs after 0.05 s" in caplog.text, "the log names the unload")
    assert "the delete_callback of State failed" in caplog.text
    never.set()
    app.close()


def test_a_closed_window_comes_back_with_its_values():
    """`keep_closed` keeps the session: the same hash, the same values, and `load` does not run again."""
    demo, deleted = app_with(0, keep_closed=60)
    loads = []
    with demo:

        @demo.load
        def loaded(request: gr.Request):
            loads.append(request)

    with HeadlessApp(demo) as app:
        window = app.open_window()
        app.open_window()
        window.set("Typed", "typed")
        window.click("Go")
        session = window.session.request.session_hash
        window.window.position = (30, 40)
        window.close()
        assert deleted == []
        again = app.reopen_window()
        assert again.session.request.session_hash == session
        assert (again.value(demo.state), again.value("Typed")) == (1, "typed")
        assert again.window.position == (30, 40)
        again.click("Go")
        assert again.value(demo.state) == 2
        assert len(loads) == 2
        with pytest.raises(LookupError, match="no closed window is kept"):
            app.reopen_window()
        again.reload()
        assert again.value(demo.state) == 0
        assert len(loads) == 3


def test_a_window_that_comes_back_shows_what_others_wrote_meanwhile():
    """The `change` of what is shared runs for what it missed."""
    with gr.Blocks(keep_closed=60) as demo:
        total, kept = gr.GlobalState(0), gr.BrowserState(0)
        shown, same = gr.Number(label="Total"), gr.Number(label="Kept")
        gr.Button("Go").click(lambda t, k: (t + 1, k + 1), [total, kept], [total, kept])
        total.change(lambda value: value, total, shown)
        kept.change(lambda value: value, kept, same)
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        window.click("Go")
        window.close()
        other.click("Go")
        again = app.reopen_window()
        assert (again.value("Total"), again.value("Kept")) == (2, 2)


def test_a_window_that_closes_amid_a_write_catches_up_with_it():
    """The write was done and nobody told yet: the window hears of it when it comes back, once."""
    seen = []
    with gr.Blocks(keep_closed=60) as demo:
        total = gr.GlobalState(0)
        total.change(seen.append, total)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        app.open_window()
        total.cell.write(1)
        window.close()
        tell([total.cell], None)
        tell([total.cell], None)
        app.app.runner.activity.wait(5)
        seen.clear()
        app.reopen_window()
        assert seen == [1]
    assert total.cell._listeners == {}


def test_a_kept_session_ends_after_its_time():
    """Then its values are deleted, and the window begins anew when it is opened again."""
    demo, deleted = app_with(0, keep_closed=0.1)
    with HeadlessApp(demo) as app:
        app.open_window()
        app.open_window().close()
        wait_until(lambda: deleted == [0], "the kept session has ended")
        again = app.reopen_window()
        assert again.value(demo.state) == 0
        assert app.windows[-1] is again


def test_by_default_nothing_is_kept():
    """A closed window's session ends at once."""
    demo, deleted = app_with(0)
    with HeadlessApp(demo) as app:
        app.open_window().close()
        assert deleted == [0]


def test_a_thousand_windows_leave_nothing_behind(capsys):
    """Threads, sessions and registered objects are back at the start, and memory is flat."""
    demo, deleted = app_with(0, time_to_live=60)
    shared = []
    with demo:
        total = gr.GlobalState(0, key="total")
        kept = gr.BrowserState("")
        gr.Button("Add").click(lambda t: t + 1, total, total)
        total.change(shared.append, total)

    def cycle(app, count):
        for _ in range(count):
            window = app.open_window()
            window.click("Go")
            window.click("Add")
            window.close()

    with HeadlessApp(demo) as app:
        cycle(app, 100)
        threads, before, others = threading.active_count(), size_now(), alive()
        cycle(app, 1000)
        shared.clear()
        deleted.clear()
        objects, memory = (now - then for now, then in zip(size_now(), before, strict=True))
        assert app.windows == []
        assert total.cell._listeners == kept.cell._listeners == {}
        assert app.app.runner.clock._live == set()
        assert threading.active_count() <= threads + 1
        assert alive() <= others + 6  # the last ones may not have been let go of
    with capsys.disabled():
        print(f"\n1,000 windows: {objects} objects and {memory / 1000:.0f} kB stayed behind, {threads} threads")
    assert objects < 5000  # the interpreter's own caches come and go; a session alone has hundreds
    assert memory < 10_000_000


def alive() -> int:
    """Return how many sessions, connections and pages there are."""
    return sum(isinstance(each, Session | Connection | HeadlessPage) for each in gc.get_objects())


def size_now() -> tuple[int, int]:
    """Return how many objects there are, and how many bytes of memory the process has."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return len(gc.get_objects()), pages * resource.getpagesize()
