"""Progress: what a handler says of how far it is."""

from __future__ import annotations

import asyncio
import threading

import pytest
from tqdm import tqdm, trange
from tqdm.asyncio import tqdm as async_tqdm
from tqdm.auto import tqdm as auto_tqdm

import desktop_app as gr
from desktop_app.events.progress import Progress
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


class Stops:
    """Lets a handler stop at certain places until the test has looked."""

    def __init__(self):
        self.at = None
        self._go = threading.Semaphore(0)

    def __call__(self, place):
        self.at = place
        assert self._go.acquire(timeout=10), "nobody let it go on"

    def go_on(self):
        self.at = None
        self._go.release()


def bars_at(handler, places, **options):
    """Run a handler and return the bars that its output shows at each place where it stops."""
    stops = Stops()
    seen = {}
    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(handler(stops), None, out, **options)
    with HeadlessApp(demo, timeout=10) as app:
        window = app.open_window()
        window.click("Go", wait=False)
        for place, count in places.items():
            wait_until(lambda place=place: stops.at == place, f"the handler at {place}")
            wait_until(
                lambda count=count: len((window.status("Out") or {"bars": []})["bars"]) == count,
                f"{count} bar(s) at {place}; there is {window.status('Out')}",
            )
            settle = None
            while settle != (settle := window.status("Out")):
                wait_until(lambda: not window.session.statuses._due_soon, "a look at the bars")
            seen[place] = [(b["description"], b["part"], b["count"]) for b in settle["bars"]]
            stops.go_on()
        app.wait()
        assert window.status("Out") is None
    return seen


@pytest.mark.parametrize(
    ("args", "kwargs", "bar"),
    [
        ((0.3,), {"desc": "Reading"}, ("Reading", 0.3, None)),
        ((7,), {}, (None, 1.0, None)),
        (((3, 10),), {"desc": "Files", "unit": "files"}, ("Files", 0.3, "3/10 files")),
        (((3, None),), {}, (None, None, "3 steps")),
        ((3,), {"total": 4}, (None, 0.75, "3/4 steps")),
        ((None,), {"desc": "Waiting"}, ("Waiting", None, None)),
    ],
)
def test_a_call_shows_a_bar(args, kwargs, bar):
    """A part, or so many of so many."""

    def handler(stop):
        def run(progress=gr.Progress()):
            progress(*args, **kwargs)
            stop("called")

        return run

    assert bars_at(handler, {"called": 1})["called"] == [bar]


def test_loops_inside_of_loops_have_bars_of_their_own():
    """The outermost comes first; one that was left early is gone."""

    def handler(stop):
        def run(progress=gr.Progress()):
            for outer in progress.tqdm("abc", desc="Outer"):
                for inner in progress.tqdm(iter(range(5)), desc="Inner", unit="files"):
                    if (outer, inner) == ("b", 2):
                        stop("inside")
                        break
                if outer == "b":
                    stop("outside")

        return run

    seen = bars_at(handler, {"inside": 2, "outside": 1})
    assert seen["inside"] == [("Outer", pytest.approx(1 / 3), "1/3 steps"), ("Inner", None, "2 files")]
    assert seen["outside"] == [("Outer", pytest.approx(1 / 3), "1/3 steps")]


def test_an_async_loop_has_a_bar_as_well():
    """`async for`."""

    async def numbers():
        for number in range(4):
            yield number

    def handler(stop):
        async def run(progress=gr.Progress()):
            async for number in progress.tqdm(numbers(), desc="Async", total=4):
                if number == 2:
                    await asyncio.to_thread(stop, "there")

        return run

    assert bars_at(handler, {"there": 1})["there"] == [("Async", 0.5, "2/4 steps")]


def test_a_bar_can_be_moved_by_hand():
    """`tqdm(None)`, `update` and `close`."""

    def handler(stop):
        def run(progress=gr.Progress()):
            progress.tqdm(None, desc="By hand", total=8)
            progress.update(2)
            stop("moved")
            progress.close()
            progress(0.5)
            stop("closed")

        return run

    seen = bars_at(handler, {"moved": 1, "closed": 1})
    assert seen == {"moved": [("By hand", 0.25, "2/8 steps")], "closed": [(None, 0.5, None)]}


def deep(make, stop):
    """A function somewhere in a library."""
    for number in make(range(4), desc="Deep", unit="files"):
        if number == 2:
            stop("there")


@pytest.mark.parametrize("make", [tqdm, auto_tqdm], ids=["tqdm", "auto"])
def test_bars_of_tqdm_are_shown_when_they_are_tracked(make, capsys):
    """Also deep inside of other code; what tqdm prints it prints."""

    def handler(stop):
        def run(progress=gr.Progress(track_tqdm=True)):
            deep(make, stop)

        return run

    assert bars_at(handler, {"there": 1})["there"] == [("Deep", 0.5, "2/4 files")]
    assert "Deep" in capsys.readouterr().err


def test_bars_of_tqdm_are_left_alone_when_they_are_not(capsys):
    """Without track_tqdm, and outside of a handler."""
    for number in trange(3):
        assert number >= 0

    def handler(stop):
        def run(progress=gr.Progress()):
            progress(0.5)
            deep(tqdm, stop)

        return run

    assert bars_at(handler, {"there": 1})["there"] == [(None, 0.5, None)]


def test_a_bar_of_tqdm_can_be_moved_by_hand(capsys):
    """`update` and `close`, also when it prints nothing."""

    def handler(stop):
        def run(progress=gr.Progress(track_tqdm=True)):
            with tqdm(total=10, desc="By hand") as bar:
                bar.update(3)
                stop("moved")

        return run

    assert bars_at(handler, {"moved": 1})["moved"] == [("By hand", 0.3, "3/10 steps")]


def test_an_async_bar_of_tqdm(capsys):
    """In a coroutine, on the event loop's thread."""

    async def numbers():
        for number in range(4):
            yield number

    def handler(stop):
        async def run(progress=gr.Progress(track_tqdm=True)):
            async for number in async_tqdm(numbers(), total=4):
                if number == 2:
                    await asyncio.to_thread(stop, "there")

        return run

    assert bars_at(handler, {"there": 1})["there"][0][2] == "3/4 steps"  # it counts a step as it hands it out


def test_two_runs_at_a_time_do_not_mix():
    """Each window shows its own."""
    gate, begun = threading.Event(), []

    def run(part, progress=gr.Progress()):
        progress(part)
        begun.append(part)
        gate.wait(10)

    with gr.Blocks() as demo:
        part, out = gr.Number(0.1, label="Part"), gr.Textbox(label="Out")
        gr.Button("Go").click(run, part, out, concurrency_limit=None)
    with HeadlessApp(demo, timeout=10) as app:
        windows = [app.open_window() for _ in range(2)]
        windows[1].set("Part", 0.9)
        for window in windows:
            window.click("Go", wait=False)
        for window, expected in zip(windows, (0.1, 0.9), strict=True):
            wait_until(
                lambda w=window, e=expected: (
                    (w.status("Out") or {"bars": []})["bars"] == [{"description": None, "part": e, "count": None}]
                ),
                "its own bar",
            )
        gate.set()


def test_outside_of_a_run_nothing_is_shown():
    """The function stays callable by hand."""
    progress = Progress(track_tqdm=True)
    progress(0.5)
    assert list(progress.tqdm([1, 2])) == [1, 2]
    progress.update()
    progress.close()
    with pytest.raises(TypeError, match=r"a part from 0 to 1, or a tuple such as \(3, 10\), not 'half'"):
        progress("half")
    with pytest.raises(TypeError, match="async for"):
        list(progress.tqdm(None))


@pytest.mark.parametrize(("look", "shown"), [("full", True), ("minimal", True), ("hidden", False)])
def test_a_slow_listener_shows_itself_on_its_outputs(look, shown):
    """And nowhere else; it goes when the listener is done."""
    gate = threading.Event()
    with gr.Blocks() as demo:
        out, other = gr.Textbox(label="Out"), gr.Textbox(label="Other")
        gr.Button("Go").click(lambda: gate.wait(10) and "done", None, out, show_progress=look)
        gr.Button("On other").click(lambda: gate.wait(10) and "done", None, out, show_progress_on=other)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        if shown:
            window.click("Go", wait=False)
            wait_until(lambda: (window.status("Out") or {}).get("look") == look, "the status")
        window.click("On other", wait=False)
        wait_until(lambda: window.status("Other"), "the other's status")
        assert (window.status("Out") is not None) == shown
        gate.set()
        app.wait()
        assert window.status("Out") is window.status("Other") is None


def test_a_place_in_the_queue_is_shown():
    """How many wait before it; None once it runs."""
    gate = threading.Event()
    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(lambda: gate.wait(10) and "done", None, out)
    with HeadlessApp(demo) as app:
        windows = [app.open_window() for _ in range(3)]
        for window in windows:
            window.click("Go", wait=False)
        for window, ahead in zip(windows, (None, 0, 1), strict=True):
            wait_until(lambda w=window: w.status("Out"), "its status")
            assert window.status("Out")["ahead"] == ahead
        gate.set()


def test_a_quick_listener_shows_nothing():
    """Not one message more for a thousand of them."""
    with gr.Blocks() as demo:
        number = gr.Number(0, label="N")
        gr.Button("Go").click(lambda n: n + 1, number, number)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(1000):
            window.click("Go")
        assert window.page.batches == 1000
