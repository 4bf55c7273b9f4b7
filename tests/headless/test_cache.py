"""Answers that are kept."""

from __future__ import annotations

import asyncio
import functools
import gc
import inspect
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

import desktop_app as gr
from desktop_app.events.cache_limits import Limits, size
from desktop_app.events.cache_store import forget_session
from desktop_app.events.request import current_request
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


def run(coroutine):
    """Run a coroutine to its end."""
    return asyncio.run(coroutine)


def test_what_was_answered_is_not_worked_out_again():
    """Arguments are compared by content, given by place or by name."""
    calls = []

    @gr.cache
    def total(numbers, start=0):
        calls.append(numbers)
        return sum(numbers, start)

    assert [total([1, 2]), total([1, 2]), total(numbers=[1, 2], start=0), total([1, 3])] == [3, 3, 3, 4]
    assert calls == [[1, 2], [1, 3]]
    total.cache_clear()
    assert total([1, 2]) == 3
    assert len(calls) == 3


def test_every_kind_of_function_is_taken():
    """Of generators all steps are given again."""
    calls = []

    @gr.cache
    def generate(n):
        calls.append("generator")
        yield from range(n)

    @gr.cache()
    async def answer(n):
        calls.append("coroutine")
        return n

    @gr.cache(max_size=5)
    async def stream(n):
        calls.append("async generator")
        for step in range(n):
            yield step

    async def collect():
        return [step async for step in stream(3)]

    for _ in range(2):
        assert list(generate(3)) == [0, 1, 2]
        assert run(answer(3)) == 3
        assert run(collect()) == [0, 1, 2]
    assert calls == ["generator", "coroutine", "async generator"]


def test_what_failed_or_was_left_early_is_not_kept():
    """It is tried again."""
    calls = []

    @gr.cache
    def fail(n):
        calls.append(n)
        raise ValueError("no")

    @gr.cache
    def generate():
        calls.append("begun")
        yield from range(3)

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            fail(1)
        next(generate())
    assert calls == [1, "begun", 1, "begun"]


def test_what_is_kept_is_a_copy():
    """A caller that changes its answer changes nobody else's."""

    @gr.cache
    def make():
        return [1]

    make().append(2)
    make().append(3)
    assert make() == [1]


def test_a_key_says_what_to_compare_by():
    """It gets all arguments by name."""
    calls = []

    @gr.cache(key=lambda arguments: arguments["prompt"])
    def ask(prompt, seed=0):
        calls.append(seed)
        return prompt

    assert [ask("a", 1), ask("a", 2), ask("b")] == ["a", "a", "b"]
    assert calls == [1, 0]


def test_those_not_used_for_longest_go_first():
    """By their number, or by the memory they have."""
    by_number = gr.Cache(max_size=2)
    for key in ("a", "b"):
        by_number.set(key, value=key)
    assert by_number.get("a") == {"value": "a"}
    by_number.set("c", value="c")
    assert (by_number.get("b"), len(by_number)) == (None, 2)

    by_memory = gr.Cache(max_size=0, max_memory="2kb")
    for key in range(10):
        by_memory.set(key, value="x" * 500)
    assert 1 < len(by_memory) < 5
    assert by_memory.get(9) == {"value": "x" * 500}
    by_memory.set("large", value="x" * 5000)
    assert by_memory.get("large") is None
    by_memory.clear()
    assert len(by_memory) == 0


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"max_size": -1}, "max_size=-1"),
        ({"max_size": "many"}, "max_size='many'"),
        ({"max_memory": "much"}, "512mb"),
        ({"max_memory": "-1mb"}, "512mb"),
        ({"max_memory": "0"}, "512mb"),
        ({"max_memory": 0}, "512mb"),
        ({"max_memory": 1.5e9}, "512mb"),
        ({"max_memory": True}, "512mb"),
    ],
)
def test_a_limit_that_is_none_is_refused(limits, message):
    """Where it is written."""
    with pytest.raises(gr.DeclarationError, match=message):
        gr.Cache(**limits)
    with pytest.raises(gr.DeclarationError, match=message):
        gr.cache(**limits)


def test_sessions_are_kept_apart_and_forgotten():
    """A Cache that is a parameter's default takes no input."""
    kept = gr.Cache(per_session=True)

    def visit(name, cache=kept):
        seen = (cache.get("names") or {"names": []})["names"]
        cache.set("names", names=[*seen, name])
        return " ".join([*seen, name])

    with gr.Blocks() as demo:
        name, out = gr.Textbox("Ada", label="Name"), gr.Textbox(label="Out")
        gr.Button("Go").click(visit, name, out)
    with HeadlessApp(demo) as app:
        first, second = app.open_window(), app.open_window()
        first.click("Go")
        first.click("Go")
        second.click("Go")
        assert (first.value("Out"), second.value("Out")) == ("Ada Ada", "Ada")
        assert len(kept) == 2
        first.close()
        assert len(kept) == 1
    assert len(kept) == 0


def test_what_cannot_be_copied_is_shared():
    """Such as a lock; its memory is what Python says of it."""

    @gr.cache(max_memory="1kb")
    def lock():
        return threading.Lock()

    assert lock() is lock()


@pytest.mark.parametrize(
    ("written", "memory"),
    [(5, 5), ("7", 7), ("7b", 7), ("2kb", 2048), ("1.5 MB", 1572864), (" 2gb ", 2147483648), (None, None)],
)
def test_memory_can_be_written_in_units(written, memory):
    """In powers of 1024."""
    assert Limits(max_memory=written).memory == memory


def test_the_memory_of_a_value_is_about_what_it_holds():
    """Arrays with their numbers, texts with their letters; what has no pickle with its own size."""
    assert size(np.zeros(100_000)) == pytest.approx(800_000, rel=0.01)
    assert size([["x" * 5000] * 3, bytes(5000)]) == pytest.approx(10_000, rel=0.05)
    assert 0 < size(threading.Lock()) < 1000


def test_one_that_is_too_large_drives_nobody_out():
    """It is not kept, and what was under its key before is gone."""
    kept = gr.Cache(max_memory="4kb")
    for key in "abc":
        kept.set(key, value="x" * 1000)
    kept.set("a", value="x" * 9000)
    assert [key for key in "abc" if kept.get(key) is not None] == ["b", "c"]
    kept.set("d", value="x" * 1000)
    assert len(kept) == 3


def test_without_a_limit_nothing_goes():
    """0 keeps all."""
    kept = gr.Cache(max_size=0)
    for key in range(1000):
        kept.set(key, value=key)
    assert (len(kept), kept.get(0)) == (1000, {"value": 0})


def test_a_cache_kept_by_hand_gives_out_copies():
    """Of keys and of values; what is set anew replaces all that was there."""
    kept, key, value = gr.Cache(), [1], [2]
    kept.set(key, value=value)
    value.append(3)
    kept.get([1])["value"].append(4)
    kept.keys()[0].append(5)
    assert (kept.get([1]), kept.keys()) == ({"value": [2]}, [[1]])
    kept.set(np.arange(3), other=1)
    kept.set([1], other=1)
    assert (kept.get([1]), kept.get(np.arange(3)), kept.get(np.arange(4))) == ({"other": 1}, {"other": 1}, None)


class Gate:
    """A function that stops until it is let go, and counts how often it was called."""

    def __init__(self, fail_first=False):
        self.calls = []
        self._open = threading.Event()
        self._fail_first = fail_first

    def __call__(self, value):
        self.calls.append(value)
        assert self._open.wait(10), "nobody opened the gate"
        if self._fail_first and len(self.calls) == 1:
            raise ValueError("the first fails")
        return [value]

    def open(self):
        self._open.set()


def outcome(future):
    """Return a result, or the error."""
    return future.exception(10) or future.result(10)


def waiting_for_it(threads):
    """Tell whether so many threads wait for another's answer."""
    frames = [frame for thread in threading.enumerate() for frame in stack_of(thread)]
    return sum(name == "result" for name in frames) >= threads


def stack_of(thread):
    """Return the names of the functions in which a thread is."""
    frame, names = sys._current_frames().get(thread.ident), []
    while frame is not None:
        if (
            "concurrent" in frame.f_code.co_filename
            and frame.f_back is not None
            and "cached" in frame.f_back.f_code.co_filename
        ):
            names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


def test_of_equal_calls_at_a_time_one_works_it_out():
    """The others wait, and get copies; another call does not wait."""
    gate = Gate()
    cached = gr.cache(gate)
    with ThreadPoolExecutor(4) as pool:
        equal = [pool.submit(cached, 1) for _ in range(3)]
        wait_until(lambda: gate.calls == [1] and waiting_for_it(2), "two that wait for the first")
        other = pool.submit(cached, 2)
        wait_until(lambda: gate.calls == [1, 2], "the other call")
        gate.open()
        answers = [outcome(future) for future in (*equal, other)]
    assert answers == [[1], [1], [1], [2]]
    assert len({id(answer) for answer in answers}) == 4
    assert gate.calls == [1, 2]


def test_one_that_waits_for_a_failure_tries_itself():
    """The error is of the first alone."""
    gate = Gate(fail_first=True)
    cached = gr.cache(gate)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(cached, 1)
        wait_until(lambda: gate.calls, "the first")
        second = pool.submit(cached, 1)
        wait_until(lambda: waiting_for_it(1), "one that waits")
        gate.open()
        assert isinstance(outcome(first), ValueError)
        assert outcome(second) == [1]
    assert gate.calls == [1, 1]


def test_of_equal_coroutines_at_a_time_one_works_it_out():
    """One that is cancelled leaves it to the next; one that is cancelled while it waits harms nobody."""
    calls = []

    @gr.cache
    async def answer(value):
        calls.append(value)
        await gates[len(calls) - 1].wait()
        return [value]

    async def main():
        gates[:] = [asyncio.Event() for _ in range(2)]
        first, waits, third, fourth = (asyncio.create_task(answer(1)) for _ in range(4))
        while len(calls) < 1:
            await asyncio.sleep(0)
        waits.cancel()
        first.cancel()
        while len(calls) < 2:
            await asyncio.sleep(0)
        gates[1].set()
        return await asyncio.gather(first, waits, third, fourth, return_exceptions=True)

    gates = []
    first, waits, third, fourth = run(main())
    assert isinstance(first, asyncio.CancelledError)
    assert isinstance(waits, asyncio.CancelledError)
    assert (third, fourth, calls) == ([1], [1], [1, 1])


def test_a_function_that_calls_itself_does_not_wait_for_itself():
    """With other arguments it gets its answers; with the same it fails as it would without us."""

    @gr.cache
    def fibonacci(n):
        return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

    @gr.cache
    def forever(n):
        return forever(n)

    assert fibonacci(60) == 1548008755920
    with pytest.raises(RecursionError):
        forever(1)


def test_generators_do_not_wait_for_each_other():
    """Each may be taken further whatever happens to the other."""
    calls = []

    @gr.cache
    def count(n):
        calls.append(n)
        yield from range(n)

    assert list(zip(count(3), count(3), strict=True)) == [(0, 0), (1, 1), (2, 2)]
    assert list(count(3)) == [0, 1, 2]
    assert calls == [3, 3]


def test_the_steps_of_a_generator_are_copies():
    """As they were when they were given, though it goes on with the same list."""

    @gr.cache
    def grow():
        grown = []
        for number in range(3):
            grown.append(number)
            yield grown

    [step.append("changed") for step in grow()]
    for step in grow():
        step.append("changed again")
    assert list(grow())[-1] == [0, "changed", 1, "changed", 2]


def test_a_generator_that_is_left_is_closed_at_once():
    """What it has open it can close."""
    closed = []

    @gr.cache
    def count():
        try:
            yield from range(3)
        finally:
            closed.append("generator")

    @gr.cache
    async def count_async():
        try:
            for number in range(3):
                yield number
        finally:
            closed.append("async generator")

    async def leave():
        steps = count_async()
        await anext(steps)
        await steps.aclose()
        return list(closed)

    steps = count()
    next(steps)
    steps.close()
    assert run(leave()) == ["generator", "async generator"]


def test_what_can_be_taken_once_is_not_kept():
    """An iterator or a coroutine that a plain function returns."""
    numbers = gr.cache(lambda: map(str, range(3)))
    assert list(numbers()) == list(numbers()) == ["0", "1", "2"]

    async def three():
        return 3

    later = gr.cache(lambda: three())
    assert (run(later()), run(later())) == (3, 3)


class Model:
    """Something with a method that takes its time."""

    def __init__(self, size):
        self.size, self.calls = size, 0

    def answer(self, prompt):
        calls.append((self.size, prompt))
        return f"{prompt} of {self.size}"

    def __call__(self, prompt):
        yield self.answer(prompt)


calls: list = []


@pytest.fixture(autouse=True)
def no_calls():
    """What the functions of this module were called with."""
    calls.clear()


def work(value, start=0):
    calls.append(value)
    return value


def test_a_function_has_the_same_memory_wherever_it_is_cached():
    """Also where it is called, with a lambda as its key; with other limits it has another."""
    for _ in range(3):
        assert gr.cache(work)(1) == 1
        assert gr.cache(work, key=lambda arguments: arguments["value"])(2) == 2
    assert calls == [1, 2]
    for seen in ("a", "b"):
        gr.cache(work, key=lambda arguments, seen=seen: seen)(3)
        gr.cache(work, key=lambda arguments: seen)(3)
    gr.cache(work, max_size=1)(1)
    assert calls == [1, 2, 3, 3, 3, 3, 1]


def test_keys_that_compare_by_something_else_do_not_mix():
    """Though they are made by the same line."""

    def by_default(name):
        return lambda arguments, name=name: arguments[name]

    def by_closure(name):
        return lambda arguments: arguments[name]

    for by in (by_default, by_closure):
        assert gr.cache(work, key=by("value"))(1, 2) == 1
        assert gr.cache(work, key=by("start"))(5, 1) == 5


def test_a_memory_goes_with_its_function():
    """A function made in a handler leaves nothing."""

    class Answer:
        pass

    def forget():
        def inner():
            return answer

        answer = Answer()
        gr.cache(inner)()
        return weakref.ref(answer)

    gone = forget()
    gc.collect()
    assert gone() is None


def test_functions_of_one_decorator_do_not_mix():
    """Each answers for itself."""
    remember = gr.cache(max_size=10)
    double, triple = remember(lambda n: 2 * n), remember(lambda n: 3 * n)
    assert (double(2), triple(2), double(2)) == (4, 6, 4)


def test_methods_answer_for_their_object():
    """By its content, though they are made anew at each access."""
    small, large = Model(1), Model(2)
    for _ in range(2):
        for model in (small, large):
            assert gr.cache(model.answer)("a") == f"a of {model.size}"
            assert gr.cache(model.answer, key=lambda arguments: arguments["prompt"])("b") == f"b of {model.size}"
    assert calls == [(1, "a"), (1, "b"), (2, "a"), (2, "b")]


@pytest.mark.parametrize(
    ("fn", "answer"),
    [(functools.partial(work, start=1), 5), (max, 5), (Model(1), None), (functools.partial(Model(1)), None)],
)
def test_every_kind_of_callable_can_be_cached(fn, answer):
    """Partials, builtins, objects; a generator stays one."""
    cached = gr.cache(fn)
    if answer is None:
        assert inspect.isgeneratorfunction(cached)
        assert list(cached(5)) == list(cached(5)) == ["5 of 1"]
    else:
        assert cached(5) if fn is not max else cached(5, 4) == answer
        assert cached(5) if fn is not max else cached(5, 4) == answer
    assert len(calls) <= 1


def test_what_is_no_function_is_refused():
    """Where it is written."""
    with pytest.raises(gr.DeclarationError, match="cache takes a function, not 5"):
        gr.cache(5)
    with pytest.raises(TypeError, match="missing a required argument"):
        gr.cache(work)()


def test_a_listener_that_is_cached_answers_with_the_apps_components():
    """What it returns by component arrives a second time; its progress and event make no difference to others."""
    with gr.Blocks() as demo:
        out, number = gr.Textbox(label="Out"), gr.Number(1, label="N")

        @gr.cache
        def answer(n, event: gr.EventData, progress=gr.Progress()):
            calls.append(n)
            progress(0.5)
            return {out: f"{n} {event.target.label}", number: gr.Number(label="Renamed")}

        @gr.cache
        def describe(box: gr.Number):
            calls.append(box.label)
            return box.label

        for label in ("Go", "Other"):
            gr.Button(label).click(answer, number, [out, number])
        gr.Button("Describe").click(describe, number, out)
    with HeadlessApp(demo) as app:
        for _ in range(2):
            window = app.open_window()
            window.click("Go")
            assert (window.value("Out"), window.toasts) == ("1 Go", [])
            window.click("Describe")
            assert window.value("Out") == "Renamed"
            window.click("Other")
            assert window.value("Out") == "1 Other"
    assert calls == [1, "Renamed", 1]


def in_session(name, fn, *args):
    """Call it as a handler of that session would."""
    token = current_request.set(gr.Request(session_hash=name, window="w", app_id="a"))
    try:
        return fn(*args)
    finally:
        current_request.reset(token)


def test_a_function_may_answer_each_session_for_itself():
    """Outside of handlers there is one more memory, which no session sees."""
    cached = gr.cache(work, per_session=True)
    for name in ("first", "second", "first"):
        in_session(name, cached, 1)
    cached(1)
    cached(1)
    assert len(calls) == 3
    forget_session("first")
    in_session("second", cached, 1)
    cached(1)
    assert len(calls) == 3

    async def ask():
        return await gr.cache(per_session=True)(later)(1)

    async def later(value):
        return work(value)

    in_session("second", run, ask())
    in_session("third", run, ask())
    assert len(calls) == 5


def test_a_session_sees_its_own_keys_alone():
    """What others have put in is theirs."""
    kept = gr.Cache(per_session=True)
    for name in ("one", "two"):
        in_session(name, kept.set, name)
    assert in_session("one", kept.keys) == ["one"]
    assert kept.keys() == []
    kept.clear()
    assert len(kept) == 0


def test_what_comes_after_the_end_of_a_session_is_not_kept():
    """A handler that ends later leaves nothing."""
    kept = gr.Cache(per_session=True)
    in_session("ended", kept.set, "key")
    forget_session("ended")
    in_session("ended", kept.set, "key")
    assert len(kept) == 0


def test_many_threads_may_use_one_cache():
    """Its limits hold all the time, and each gets what belongs to its key."""
    kept = gr.Cache(max_size=20, max_memory="8kb")
    wrong = []

    def hammer(seed):
        for step in range(200):
            key = (seed * step) % 50
            found = kept.get(key)
            if found is not None and found["value"] != [key]:
                wrong.append((key, found))
            kept.set(key, value=[key])
            if len(kept) > 21:
                wrong.append(len(kept))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(hammer, range(1, 9)))
    assert wrong == []
    assert len(kept) == 20
