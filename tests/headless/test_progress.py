"""Progress: what a handler says of how far it is."""

from __future__ import annotations

import asyncio
import gc
import inspect
import subprocess
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from tqdm import tqdm, trange
from tqdm.asyncio import tqdm as async_tqdm
from tqdm.auto import tqdm as auto_tqdm

import desktop_app as gr
from desktop_app.events.bar import Count
from desktop_app.events.progress import Progress, tracked
from desktop_app.session import statuses
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


def watched(**options):
    """Return the progress of a run and a list of what it shows, step by step."""
    shown = []

    def look(progress):
        shown.append([(bar.description, bar.part, bar.count) for bar in progress.bars()])

    return Progress(**options).bound(look), shown


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
        (((3, None),), {"total": 6, "unit": "files"}, (None, 0.5, "3/6 files")),
        ((0.25,), {"total": 8}, (None, 0.25, None)),
        ((1,), {"total": 8}, (None, 0.125, "1/8 steps")),
        (((1234567, 2469134),), {}, (None, 0.5, "1234567/2469134 steps")),
        (((1.5, 3.0),), {"unit": "s"}, (None, 0.5, "1.5/3 s")),
        (((0, 0),), {}, (None, None, "0/0 steps")),
        ((-1,), {}, (None, 0.0, None)),
        ((float("nan"),), {}, (None, 0.0, None)),
        ((np.float32(0.5),), {}, (None, 0.5, None)),
        (((np.int64(3), np.int64(4)),), {}, (None, 0.75, "3/4 steps")),
    ],
)
def test_a_call_shows_a_bar(args, kwargs, bar):
    """A part, or so many of so many."""
    progress, shown = watched()
    progress(*args, **kwargs)
    assert shown == [[bar]]
    assert type(progress.bars()[0].part) in (float, type(None))  # the page takes no other number


@pytest.mark.parametrize("wrong", ["half", [3, 10], (1, 2, 3), ("3", 10), (3, "10"), (None, 10), object()])
def test_a_call_with_something_else_is_an_error(wrong):
    """Where it is written, and what was shown stays."""
    progress, shown = watched()
    progress(0.5)
    with pytest.raises(TypeError, match=r"a part from 0 to 1, or a tuple such as \(3, 10\), not"):
        progress(wrong)
    assert shown == [[(None, 0.5, None)]]


def test_none_takes_the_bar_away():
    """Unless it says what is being done."""
    progress, shown = watched()
    progress(0.5)
    progress(None, desc="Almost")
    progress(None)
    assert shown == [[(None, 0.5, None)], [("Almost", None, None)], []]


def test_what_a_call_shows_gives_way_to_the_loop_after_it():
    """What was said before it is over when it starts; inside of a loop it stays until the next step."""
    progress, shown = watched()
    progress(0, desc="Starting")
    for item in progress.tqdm("ab", desc="Loop"):
        if item == "a":
            progress(0.5, desc="Inside")
    assert shown == [
        [("Starting", 0.0, None)],
        [("Loop", 0.0, "0/2 steps")],
        [("Loop", 0.0, "0/2 steps"), ("Inside", 0.5, None)],
        [("Loop", 0.5, "1/2 steps")],
        [("Loop", 1.0, "2/2 steps")],
        [],
    ]


def test_a_call_shows_on_the_output_of_the_handler():
    """From a handler to the page."""

    def handler(stop):
        def run(progress=gr.Progress()):
            progress((3, 10), desc="Files", unit="files")
            stop("called")

        return run

    assert bars_at(handler, {"called": 1})["called"] == [("Files", 0.3, "3/10 files")]


class Refuses:
    """Has a length for some data alone, as data loaders have."""

    def __len__(self):
        raise NotImplementedError("no length")

    def __iter__(self):
        return iter("ab")


class Indexed:
    """Can be gone through by its indices alone, as data sets can."""

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return "ab"[index]


@pytest.mark.parametrize(("items", "last"), [(Refuses(), "2 steps"), (Indexed(), "2/2 steps"), (iter("ab"), "2 steps")])
def test_everything_that_for_takes_can_be_gone_through(items, last):
    """Whether or not it says how many there are; a loop can be gone through again."""
    progress, shown = watched()
    assert list(progress.tqdm(items)) == ["a", "b"]
    assert shown[-2:] == [[(None, 1.0 if "/" in last else None, last)], []]


def test_a_loop_has_the_length_of_what_it_goes_through():
    """Or of its total, if there is nothing; else none, as it is with generators."""
    progress = Progress()
    loop = progress.tqdm("abc", total=5)
    assert (len(loop), list(loop), list(loop)) == (3, ["a", "b", "c"], ["a", "b", "c"])
    counted, shown = watched()
    again = counted.tqdm("a")
    list(again), list(again)
    assert [bars[0][2] for bars in shown if bars] == ["0/1 steps", "1/1 steps", "0/1 steps", "1/1 steps"]
    assert len(progress.tqdm(None, total=5)) == 5
    for unknown in (progress.tqdm(iter("abc")), progress.tqdm(Refuses()), progress.tqdm(None)):
        with pytest.raises(TypeError, match="has no length"):
            len(unknown)


def fail_inside(loop):
    """Fail at its first step."""
    for _ in loop:
        raise ZeroDivisionError


def test_a_loop_that_fails_takes_its_bar_away():
    """Whether it is the loop or what it goes through."""
    progress, shown = watched()
    with pytest.raises(ZeroDivisionError):
        fail_inside(progress.tqdm("ab"))
    assert shown[-1] == []
    with pytest.raises(ZeroDivisionError):
        list(progress.tqdm(1 / n for n in (1, 0)))
    assert shown[-1] == []


def test_an_async_loop_that_is_left_takes_its_bar_away():
    """When the event loop comes to it."""

    async def numbers():
        for number in range(4):
            yield number

    async def leave():
        async for _ in progress.tqdm(numbers(), desc="Async"):
            break
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return shown[-1]

    progress, shown = watched()
    assert asyncio.run(leave()) == []
    with pytest.raises(TypeError, match="async for"):
        asyncio.run(anext(aiter(progress.tqdm([1]))))


def test_bars_moved_by_hand_know_each_other():
    """`update` and `close` on the progress are for the innermost, on a bar for itself."""
    progress, shown = watched()
    outer, inner = progress.tqdm(None, desc="Outer"), progress.tqdm(None, desc="Inner", total=4)
    progress.update()
    outer.update(2)
    assert shown[-1] == [("Outer", None, "2 steps"), ("Inner", 0.25, "1/4 steps")]
    outer.close()
    outer.close()
    assert shown[-1] == [("Inner", 0.25, "1/4 steps")]
    progress.close()
    inner.update()
    assert shown[-1] == []


def test_threads_of_a_handler_share_its_progress():
    """Each has its loops, and in the end all are gone."""
    progress, _ = watched()
    lock = threading.Lock()

    def work(_):
        for _ in progress.tqdm(range(200)):
            with lock:
                progress.bars()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(16)))
    assert progress.bars() == ()


def test_nothing_is_worked_out_that_nobody_looks_at(monkeypatch):
    """A hundred thousand steps make a bar only for who asks."""
    made = []
    monkeypatch.setattr(Count, "bar", lambda count: made.append(count))
    progress = Progress().bound(lambda progress: None)
    for _ in progress.tqdm(range(100_000)):
        pass
    assert made == []


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


@pytest.fixture
def tracking():
    """The progress of a run that tracks tqdm, and what it shows; nothing is tracked afterwards."""
    token = tracked.set(None)
    yield watched(track_tqdm=True)
    tracked.reset(token)


def test_bars_of_tqdm_stand_between_those_of_the_handler(tracking, capsys):
    """Outermost first, whoever made them; none is left over."""
    progress, shown = tracking
    for _ in progress.tqdm("a", desc="Ours"):
        for _ in trange(1, desc="tqdm", leave=False):
            for _ in progress.tqdm("b", desc="Ours again"):
                assert [bar.description for bar in progress.bars()] == ["Ours", "tqdm", "Ours again"]
    assert shown[-1] == []


def test_a_tqdm_loop_that_is_left_takes_its_bar_away(tracking, capsys):
    """By break, by an error, or as a bar that nobody closed and nobody has any more."""
    progress, _ = tracking
    for _ in tqdm(range(3)):
        break
    with pytest.raises(ZeroDivisionError):
        fail_inside(tqdm(range(3)))

    def forget():
        tqdm(total=3).update(1)

    forget()
    assert progress.bars() == ()


def test_a_bar_of_tqdm_is_shown_as_tqdm_would(tracking, capsys):
    """Its description, its unit, its sizes, and where it is set to."""
    _, shown = tracking
    with tqdm(total=4, initial=1, desc="First") as bar:
        assert shown[-1] == [("First", 0.25, "1/4 steps")]
        bar.set_description("Second")
        bar.n = 3
        bar.refresh()
        assert shown[-1] == [("Second", 0.75, "3/4 steps")]
        bar.reset(total=8)
        bar.update(2)
        assert shown[-1] == [("Second", 0.25, "2/8 steps")]
    with tqdm(total=5_000_000, unit="B", unit_scale=True) as bar:
        bar.update(1_250_000)
        assert shown[-1] == [(None, 0.25, "1.25M/5.00MB")]
    with tqdm(total=4, unit="pages", unit_scale=10) as bar:
        bar.update(1)
        assert shown[-1] == [(None, 0.25, "10/40 pages")]
    with tqdm(unit="B", unit_scale=True) as bar:
        bar.update(1500)
        assert shown[-1] == [(None, None, "1.50kB")]


def test_a_bar_that_prints_nothing_is_shown(tracking, capsys):
    """An app has no terminal to print to, so `disable` is about the terminal alone."""
    _, shown = tracking
    bar = tqdm(range(4), disable=True)  # which does not go with its loop
    for number in bar:
        if number == 2:
            assert shown[-1] == [(None, 0.5, "2/4 steps")]
            break
    assert shown[-1] == []
    with tqdm(total=4, disable=True) as bar:
        bar.update(1)
        bar.update(2)
        assert shown[-1] == [(None, 0.75, "3/4 steps")]
        bar.reset()
        assert shown[-1] == [(None, 0.0, "0/4 steps")]
    assert capsys.readouterr().err == ""


def test_bars_of_other_threads_are_not_of_this_run(tracking, capsys):
    """Another thread's context has its own run, or none."""
    _, shown = tracking
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: list(tqdm(range(3)))).result() == [0, 1, 2]
    assert shown == []


def test_a_bar_of_tqdm_keeps_no_run_alive(tracking, capsys):
    """A library's own bar may live as long as the program."""
    progress = Progress(track_tqdm=True).bound(lambda progress: None)
    gone = weakref.ref(progress)
    bar = tqdm(total=3)
    tracked.set(None)
    del progress
    gc.collect()
    assert gone() is None
    bar.update(1)
    bar.refresh()
    bar.close()


def test_tqdm_is_what_it_was_for_everybody_else(tracking, capsys):
    """Its signature, and what it prints, to the letter."""
    assert "iterable" in inspect.signature(tqdm.__init__).parameters
    assert "n" in inspect.signature(tqdm.update).parameters
    with tqdm(total=2, desc="Same", ncols=40, bar_format="{desc}: {n}/{total}") as bar:
        bar.update(2)
    tracking_printed = capsys.readouterr().err
    tracked.set(None)
    with tqdm(total=2, desc="Same", ncols=40, bar_format="{desc}: {n}/{total}") as bar:
        bar.update(2)
    assert capsys.readouterr().err == tracking_printed


class Ring:
    """Goes when garbage is collected, and not before."""

    def __init__(self, held):
        self.held, self.itself = held, self


def test_a_bar_that_garbage_collection_closes_is_gone_at_the_next_look(tracking, capsys):
    """Nobody is told of it at once: who collects may be in the middle of anything, such as of showing bars."""
    progress, shown = tracking
    gc.collect()
    gc.disable()
    try:
        Ring(tqdm(total=3))
        loop = iter(progress.tqdm("ab"))
        next(loop)
        Ring(loop)
        del loop
        assert len(progress.bars()) == 2
        looks = len(shown)
        gc.collect()
    finally:
        gc.enable()
    assert len(shown) == looks
    assert progress.bars() == ()


def test_showing_bars_holds_nothing_that_the_handler_lets_go_of(tracking, capsys):
    """What goes with a loop goes on the handler's thread, not on the one that shows."""
    progress, _ = tracking
    left = []

    def numbers():
        try:
            yield from range(3)
        finally:
            left.append(threading.current_thread())

    loop = iter(progress.tqdm(numbers()))
    next(loop)
    bar = tqdm(total=3)
    held = list(progress._moving)  # as it is while they are shown
    gone = weakref.ref(bar)
    del loop, bar
    assert left == [threading.current_thread()]
    assert gone() is None
    assert [moving.bar().count for moving in held] == ["0 steps", "0/3 steps"]


NEVER_IMPORTED = """
import sys
sys.modules["tqdm"] = None if "without" in sys.argv else sys.modules.get("tqdm")
if "without" not in sys.argv: del sys.modules["tqdm"]
import desktop_app as gr
gr.Progress(track_tqdm=True)
assert "tqdm.std" not in sys.modules
gr.Progress(track_tqdm="without" in sys.argv).bound(print)
assert "tqdm.std" not in sys.modules
"""


@pytest.mark.parametrize("installed", ["with", "without"])
def test_tqdm_is_imported_for_a_run_that_tracks_it_alone(installed):
    """And without it a run that tracks it is one like any other."""
    subprocess.run([sys.executable, "-c", NEVER_IMPORTED, installed], check=True)


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


def test_a_quick_listener_shows_nothing(monkeypatch):
    """Not one message more for a thousand of them, however busy the machine is that runs this."""
    monkeypatch.setattr(statuses, "PATIENCE", 60)
    with gr.Blocks() as demo:
        number = gr.Number(0, label="N")
        gr.Button("Go").click(lambda n: n + 1, number, number)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(1000):
            window.click("Go")
        assert window.page.batches == 1000
