"""What the journal keeps of what happens, and who is said to have written what."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

import desktop_app as gr
from desktop_app.session.journal import Journal
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


@pytest.fixture
def demo():
    """An app where things are added, and where some go wrong."""
    with gr.Blocks(app_id="journal") as blocks:
        item = gr.Textbox(label="Item")
        blocks.cart = gr.State([])
        blocks.total = gr.GlobalState(0, key="total", persist=True)
        blocks.last = gr.BrowserState("nothing", storage_key="last")

        def add(item, cart, total):
            return [*cart, item], total + 1, item

        def fail():
            raise ValueError("the code is hunter2")

        def count_by_itself():
            blocks.total.update(lambda total: total + 1)

        def put(cart):
            cart.append("in place")
            return cart

        gr.Button("Add").click(add, [item, blocks.cart, blocks.total], [blocks.cart, blocks.total, blocks.last])
        gr.Button("Fail").click(fail)
        gr.Button("Count").click(count_by_itself)
        gr.Button("Put").click(put, blocks.cart, blocks.cart)
    return blocks


def heard(app, window=None):
    """What the journal keeps, without times: what, and the outcome if there is one."""
    happenings = [h for h in app.app.runner.journal.last() if window in (None, h.window)]
    return [f"{h.what} {h.outcome}".strip() for h in happenings]


def test_a_window_is_told_from_its_load_to_its_end(demo):
    """The load, each event with the listeners it ran and how they ended, and the unload; each window for itself."""

    with demo:

        @demo.load
        def greet():
            """Runs at the load."""

        @demo.unload
        def part():
            """Runs at the end."""

    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        window.click("Add")
        window.close()
        assert heard(app, "window-1") == [
            "load", "greet() done", "Button 'Add'.click", "add() done", "unload", "part() done",
        ]  # fmt: skip
        other.reload()
        assert sorted(heard(app, "window-2")) == sorted(
            ["load", "greet() done", "unload", "part() done", "load", "greet() done"]
        )
        times = [h.time for h in app.app.runner.journal.last()]
        assert times == sorted(times)


def test_a_failure_is_named_by_its_kind_alone(demo, caplog):
    """An error's message may hold what is not to be shown."""
    with HeadlessApp(demo) as app:
        app.open_window().click("Fail")
        assert heard(app) == ["load", "Button 'Fail'.click", "fail() failed: ValueError"]


def test_a_run_knows_how_long_it_took():
    """In seconds, from its first line to its last; an event has no duration."""
    held, go_on = threading.Event(), threading.Event()

    def wait():
        held.set()
        go_on.wait(10)

    with gr.Blocks() as demo:
        gr.Button("Wait").click(wait)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Wait", wait=False)
        held.wait(10)
        assert heard(app) == ["load", "Button 'Wait'.click"]
        go_on.set()
        app.wait()
        _, event, run = app.app.runner.journal.last()
        assert event.seconds == 0
        assert 0 < run.seconds < 10


def test_a_run_whose_window_closes_is_stopped():
    """What it would have done after its next step is not done."""
    yielded, go_on = threading.Event(), threading.Event()
    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")

        def slowly():
            yield "one"
            yielded.set()
            go_on.wait(10)
            yield "two"

        gr.Button("Go").click(slowly, None, out)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go", wait=False)
        yielded.wait(10)
        app.app.windows[0].close()
        go_on.set()
        app.wait()
        assert heard(app) == ["load", "Button 'Go'.click", "unload", "slowly() stopped"]


def test_a_closed_window_that_is_kept_and_a_value_that_expires_are_told():
    """What ends by itself is in the journal, too."""
    with gr.Blocks(keep_closed=60) as demo:
        gr.State(0, time_to_live=0.05)
    with HeadlessApp(demo) as app:
        window, _ = app.open_window(), app.open_window()
        window.close()
        app.reopen_window()
        wait_until(lambda: heard(app).count("State expired") == 2, "both values to expire")
        assert [what for what in heard(app) if what != "State expired"] == [
            "load", "load", "closed, and kept for a while", "reopened",
        ]  # fmt: skip


def test_only_the_last_200_are_kept(demo):
    """Whatever happens, it stays as small."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(120):
            window.click("Put")
        assert heard(app) == ["Button 'Put'.click", "put() done"] * 100


def test_what_was_refused_did_not_happen(demo, caplog):
    """An event that the page could not have sent is not in the journal."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.page.event(demo.cart.id, "click")
        app.wait()
        assert heard(app) == ["load"]


def test_threads_may_note_while_one_reads():
    """Nothing is lost and nothing raises."""
    journal = Journal(10_000)
    read = []
    threads = [
        threading.Thread(target=lambda: [journal.note("window-1", "event") for _ in range(1_000)]) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        read.append(len(journal.last()))
    assert read == sorted(read)
    assert len(journal.last()) == 8_000


def test_one_follows_at_a_time():
    """The last that came is told; to forget one that was replaced changes nothing."""
    journal, told = Journal(), []
    first, second = (lambda: told.append("first")), (lambda: told.append("second"))
    journal.note("window-1", "nobody hears of it")
    journal.follow(first)
    journal.follow(second)
    journal.forget(first)
    journal.note("window-1", "event")
    journal.forget(second)
    journal.note("window-1", "event")
    assert told == ["second"]


def test_a_write_is_the_listeners_that_made_it(demo):
    """As an output, in place, and by `update` inside of it; what was never written has no last write."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        writes = window.session.values.last_writes
        assert demo.total.cell.last_write is demo.last.cell.last_write is None
        assert demo.cart not in writes
        window.set("Item", "Milk")
        window.click("Add")
        assert demo.total.cell.last_write.by == ("add()", "window-1")
        assert demo.last.cell.last_write.by == ("add()", "window-1")
        assert writes[demo.cart].by == ("add()", "window-1")
        window.click("Put")
        assert writes[demo.cart].by == ("put()", "window-1")
        window.click("Count")
        assert demo.total.cell.last_write.by == ("count_by_itself()", "window-1")


def test_a_write_may_be_of_the_user_of_code_or_of_another_process(demo, tmp_path):
    """An edit, a call outside of any listener, a process that writes the same file, an older run's localStorage."""
    with HeadlessApp(demo, storage=tmp_path) as app:
        window = app.open_window()
        window.set("Item", "Milk")
        window.click("Put")
        [edited] = [
            write for block, write in window.session.values.last_writes.items() if block.name.endswith("'Item'")
        ]
        assert edited.by == ("the user", "")
        demo.total.set(5)
        assert demo.total.cell.last_write.by == ("code", "")
        code = (
            "import sys; from pathlib import Path\n"
            "from desktop_app.state.sqlite_store import open_store; from desktop_app.state.store import Entry\n"
            "open_store(Path(sys.argv[1])).update('global:total', lambda e: Entry('7', e.revision + 1))"
        )
        subprocess.run([sys.executable, "-c", code, str(tmp_path / "state.db")], check=True)
        wait_until(lambda: demo.total.value == 7, "the other process's write")
        assert demo.total.cell.last_write.by == ("another process", "")
        app.local_storage.write("last", '{"revision":9,"version":1,"text":"\\"older\\""}')
        app.open_window()
        assert demo.last.cell.last_write.by == ("the page's localStorage", "")
