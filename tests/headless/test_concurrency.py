"""Which listeners run at the same time, and what a trigger does while its listener runs."""

from __future__ import annotations

import threading
from contextlib import contextmanager

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


class Gate:
    """A handler that notes who is inside, and stays until it is opened."""

    def __init__(self):
        self.inside = 0
        self.most = 0
        self.runs = 0
        self._open = threading.Event()
        self._lock = threading.Lock()

    def __call__(self, *args):
        with self._lock:
            self.inside += 1
            self.runs += 1
            self.most = max(self.most, self.inside)
        assert self._open.wait(10), "the gate was never opened"
        with self._lock:
            self.inside -= 1

    def open(self):
        self._open.set()


@contextmanager
def windows(demo, count):
    """An app with so many windows."""
    with HeadlessApp(demo) as app:
        yield app, [app.open_window() for _ in range(count)]


def gated(**options):
    """An app whose button Go runs a gate."""
    gate = Gate()
    with gr.Blocks() as demo:
        gr.Button("Go").click(gate, **options)
    return demo, gate


def click_all(opened):
    """Press Go in each window without waiting."""
    for window in opened:
        window.click("Go", wait=False)


def test_one_function_never_runs_twice_at_a_time():
    """By default one handler is inside at a time over all windows, and the count of runs is exact."""
    demo, gate = gated()
    with windows(demo, 5) as (app, opened):
        click_all(opened)
        wait_until(lambda: gate.inside == 1, "the first handler is inside")
        gate.open()
        app.wait()
        assert (gate.runs, gate.most) == (5, 1)


def test_a_count_without_a_lock_is_exact():
    """Forty loads of eight windows count a plain variable up by forty."""
    count = 0

    def count_up():
        nonlocal count
        now = count
        for _ in range(1000):  # gives another thread every chance to come between
            pass
        count = now + 1
        return count

    with gr.Blocks() as demo:
        out = gr.Number()
        demo.load(count_up, None, out)
    with HeadlessApp(demo) as app:
        opened = [app.open_window() for _ in range(8)]
        threads = [threading.Thread(target=lambda w=w: [w.reload() for _ in range(4)]) for w in opened]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert count == 40


@pytest.mark.parametrize(
    ("options", "most"), [({"concurrency_limit": 2}, 2), ({"concurrency_limit": None}, 4), ({"queue": False}, 4)]
)
def test_a_limit_says_how_many_may_run(options, most):
    """`concurrency_limit` raises the number, None and `queue=False` lift it."""
    demo, gate = gated(**options)
    with windows(demo, 4) as (app, opened):
        click_all(opened)
        wait_until(lambda: gate.inside == most, f"{most} handlers are inside")
        gate.open()
        app.wait()
        assert (gate.runs, gate.most) == (4, most)


def test_listeners_of_one_id_share_a_limit():
    """Two functions with the same `concurrency_id` take turns."""
    gate = Gate()
    with gr.Blocks() as demo:
        gr.Button("One").click(lambda: gate(), concurrency_id="shared")
        gr.Button("Two").click(lambda: gate(), concurrency_id="shared")
    with windows(demo, 1) as (app, [window]):
        window.click("One", wait=False)
        window.click("Two", wait=False)
        wait_until(lambda: gate.inside == 1, "the first handler is inside")
        gate.open()
        app.wait()
        assert (gate.runs, gate.most) == (2, 1)


def test_a_limit_below_one_is_refused():
    """A listener that could never run is an error where it is made."""
    with gr.Blocks(), pytest.raises(gr.DeclarationError, match="would never run"):
        gr.Button().click(print, concurrency_limit=0)


@pytest.mark.parametrize(("mode", "runs"), [("once", 1), ("multiple", 4), ("always_last", 2)])
def test_a_trigger_while_the_listener_runs(mode, runs):
    """`once` drops it, `multiple` runs all, `always_last` runs once more at the end."""
    demo, gate = gated(trigger_mode=mode)
    with windows(demo, 1) as (app, [window]):
        for _ in range(4):
            window.click("Go", wait=False)
        wait_until(lambda: gate.inside == 1, "the handler is inside")
        gate.open()
        app.wait()
        assert gate.runs == runs


def test_always_last_gets_the_last_value():
    """Changes while the listener runs end in one more run with what is there then."""
    gate, seen = Gate(), []
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box")

        @box.change(inputs=box)
        def changed(value):
            seen.append(value)
            gate()

    with windows(demo, 1) as (app, [window]):
        for value in ("a", "ab", "abc"):
            window.set("Box", value, wait=False)
        wait_until(lambda: gate.inside == 1, "the handler is inside")
        gate.open()
        app.wait()
        assert seen == ["a", "abc"]


def test_a_slow_handler_delays_no_other():
    """While one handler stays in one window, an unrelated one answers in another."""
    gate = Gate()
    with gr.Blocks() as demo:
        gr.Button("Slow").click(gate)
        out = gr.Textbox(label="Out")
        gr.Button("Quick").click(lambda: "done", None, out)
    with windows(demo, 2) as (app, [one, other]):
        one.click("Slow", wait=False)
        wait_until(lambda: gate.inside == 1, "the slow handler is inside")
        other.click("Quick", wait=False)
        wait_until(lambda: other.value("Out") == "done", "the other window has its answer")
        gate.open()
        app.wait()


def test_inputs_are_those_of_the_moment_of_the_click():
    """A listener that waits its turn gets the values from when it was triggered."""
    gate, seen = Gate(), []

    def note(value):
        seen.append(value)
        gate()

    with gr.Blocks() as demo:
        box = gr.Textbox("early", label="Box")
        gr.Button("Go").click(note, box, trigger_mode="multiple")
    with windows(demo, 1) as (app, [window]):
        window.click("Go", wait=False)
        wait_until(lambda: gate.inside == 1, "the first run is inside")
        window.click("Go", wait=False)
        window.set("Box", "late", wait=False)
        window.click("Go", wait=False)
        gate.open()
        app.wait()
        assert seen == ["early", "early", "late"]


def test_an_action_names_what_still_runs():
    """An action that takes too long ends with the names of the handlers that run."""
    gate = Gate()

    def never_ending():
        gate()

    with gr.Blocks() as demo:
        gr.Button("Go").click(never_ending)
    with HeadlessApp(demo, timeout=0.05) as app:
        window = app.open_window()
        with pytest.raises(TimeoutError, match=r"Still running after 0\.05 s: never_ending\."):
            window.click("Go")
        gate.open()


def test_what_follows_from_an_older_edit_never_replaces_a_newer_one():
    """A box bound both ways to a shared value shows what was typed last, whatever was on its way."""
    gate = Gate()
    with gr.Blocks() as demo:
        name, kept = gr.Textbox(label="Name"), gr.BrowserState("")
        name.change(lambda text: text, name, kept)

        @kept.change(inputs=kept, outputs=name)
        def show(value):
            gate()
            return value

    with windows(demo, 1) as (app, [window]):
        window.set("Name", "Ad", wait=False)
        wait_until(lambda: gate.inside == 1, "the older value is on its way back")
        window.set("Name", "Ada", wait=False)
        gate.open()
        app.wait()
        assert window.value("Name") == "Ada"
        assert window.session.values[name] == window.value(kept) == "Ada"


def test_a_handler_replaces_what_it_does_not_follow_from():
    """A button's result goes into a box, though the user has typed there meanwhile."""
    gate = Gate()
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box", interactive=True)

        @gr.Button("Go").click(outputs=box)
        def fill():
            gate()
            return "made"

    with windows(demo, 1) as (app, [window]):
        window.click("Go", wait=False)
        wait_until(lambda: gate.inside == 1, "the handler is inside")
        window.set("Box", "typed", wait=False)
        window.trigger("Box", "submit", wait=False)
        gate.open()
        app.wait()
        assert window.value("Box") == "made"
