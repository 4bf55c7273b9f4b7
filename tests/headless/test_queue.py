"""The queue: how much may wait, together, and for how long."""

from __future__ import annotations

import threading

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


def gated_app(**queue):
    """An app whose button Go waits at a gate and counts how many are inside."""
    gate, inside = threading.Event(), []

    def run(n):
        inside.append(n)
        gate.wait(10)
        return len(inside)

    with gr.Blocks() as demo:
        out = gr.Number(0, label="Out")
        gr.Button("Go").click(run, out, out, trigger_mode="multiple")
    demo.queue(**queue)
    return demo, gate, inside


def test_a_full_queue_refuses_with_a_message():
    """One runs, two wait, the fourth is told to come again; nothing else is lost."""
    demo, gate, inside = gated_app(max_size=2)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        wait_until(lambda: inside, "the first run")
        for _ in range(3):
            window.click("Go", wait=False)
        assert window.toasts == ["2 events are waiting already, and no more may. Try again in a moment."]
        gate.set()
        app.wait()
        assert len(inside) == 3
        window.click("Go")
        assert len(inside) == 4


def test_the_default_limit_can_be_set_for_all():
    """`default_concurrency_limit` lets so many of one function run at a time."""
    demo, gate, inside = gated_app(default_concurrency_limit=3)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(5):
            window.click("Go", wait=False)
        wait_until(lambda: len(inside) == 3, "three runs")
        gate.set()
        app.wait()
        assert len(inside) == 5


@pytest.mark.parametrize("name", ["max_size", "default_concurrency_limit"])
def test_a_queue_that_runs_nothing_is_refused(name):
    """A limit of 0 is said to be wrong where it is written."""
    with gr.Blocks() as demo, pytest.raises(gr.DeclarationError, match="1 or more"):
        demo.queue(**{name: 0})


def test_queue_returns_the_blocks():
    """`demo.queue().launch()` can be written."""
    with gr.Blocks() as demo:
        pass
    assert demo.queue() is demo


def test_listeners_of_one_id_share_the_lowest_limit():
    """Of 5 and 2 it is 2."""
    gate, inside, most = threading.Event(), [], []

    def run():
        inside.append(1)
        most.append(len(inside))
        gate.wait(10)
        inside.pop()

    with gr.Blocks() as demo:
        for name, limit in (("A", 5), ("B", 2)):
            gr.Button(name).click(
                lambda: run(), concurrency_id="shared", concurrency_limit=limit, trigger_mode="multiple"
            )
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(3):
            window.click("A", wait=False)
            window.click("B", wait=False)
        wait_until(lambda: len(inside) == 2, "two runs")
        gate.set()
        app.wait()
    assert max(most) == 2


def test_what_waits_is_done_together_by_a_batch():
    """A function of `batch=True` gets lists, at most as long as it says, and each event its own answer."""
    gate, sizes = threading.Event(), []

    def double(numbers):
        sizes.append(len(numbers))
        gate.wait(10)
        return [[2 * n for n in numbers]]

    with gr.Blocks() as demo:
        number, out = gr.Number(1, label="N"), gr.Number(label="Out")
        gr.Button("Go").click(double, number, out, batch=True, max_batch_size=3)
    with HeadlessApp(demo) as app:
        windows = [app.open_window() for _ in range(5)]
        for n, window in enumerate(windows):
            window.set("N", n, wait=False)
            window.click("Go", wait=False)
            wait_until(lambda: sizes, "the first run")
        gate.set()
        app.wait()
        assert [window.value("Out") for window in windows] == [0, 2, 4, 6, 8]
    assert sizes == [1, 3, 1]


def test_a_batch_of_several_inputs_and_outputs():
    """Columns in, columns out."""
    with gr.Blocks() as demo:
        a, b = gr.Textbox("a", label="A"), gr.Textbox("b", label="B")
        gr.Button("Swap").click(lambda a, b: (b, a), [a, b], [a, b], batch=True)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Swap")
        assert (window.value("A"), window.value("B")) == ("b", "a")


def test_a_batch_that_returns_the_wrong_shape_says_what_is_wanted(caplog):
    """The message names the function and the lists it has to return."""
    with gr.Blocks() as demo:
        n = gr.Number(1, label="N")
        gr.Button("Go").click(lambda numbers: numbers, n, n, batch=True)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert "return a list with one list for each" in window.toasts[0]


def test_one_bad_input_in_a_batch_concerns_its_own_window_alone():
    """A number out of its limits is told where it was entered; the others get their answers."""
    gate, begun = threading.Event(), []

    def hold():
        begun.append(1)
        gate.wait(10)

    with gr.Blocks() as demo:
        n, out = gr.Number(1, label="N", maximum=5), gr.Number(label="Out")
        gr.Button("Hold").click(hold, concurrency_id="one")
        gr.Button("Go").click(lambda ns: [ns], n, out, batch=True, concurrency_id="one")
    with HeadlessApp(demo) as app:
        windows = [app.open_window() for _ in range(3)]
        windows[0].click("Hold", wait=False)
        wait_until(lambda: begun, "the gate")
        for number, window in zip((1, 9, 3), windows, strict=True):
            window.set("N", number, wait=False)
            window.click("Go", wait=False)
        gate.set()
        app.wait()
        assert [window.value("Out") for window in windows] == [1, None, 3]
        assert [len(window.toasts) for window in windows] == [0, 1, 0]


def test_a_generator_cannot_be_a_batch():
    """It is said when the listener is made."""

    def generate(n):
        yield [n]

    with gr.Blocks():
        n = gr.Number()
        with pytest.raises(gr.DeclarationError, match="batch=True"):
            gr.Button("Go").click(generate, n, n, batch=True)


def test_a_slow_window_never_delays_another():
    """A window whose handlers all hang leaves the threads of others alone."""
    gate = threading.Event()
    with gr.Blocks() as demo:
        gr.Button("Hang").click(lambda: gate.wait(20), queue=False, trigger_mode="multiple")
        gr.Button("Quick").click(lambda: gr.Info("done"))
    with HeadlessApp(demo) as app:
        slow, other = app.open_window(), app.open_window()
        for _ in range(100):
            slow.click("Hang", wait=False)
        other.click("Quick", wait=False)
        wait_until(lambda: other.toasts, "the other window's handler")
        gate.set()


def test_stream_events_run_at_most_so_often():
    """What comes within `stream_every` waits, and the last of it counts."""

    class Source(gr.Textbox):
        kind = "textbox"
        stream = type(gr.Textbox.__dict__["submit"])()

    seen = []
    with gr.Blocks() as demo:
        source = Source(label="Source")
        source.stream(seen.append, source, stream_every=1)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for number in range(5):
            window.page.edit(window.page.nodes[source.id], str(number))
            window.trigger("Source", "stream", wait=False)
        wait_until(lambda: seen[-1:] == ["4"], "the last one")
    assert seen == ["0", "4"]
