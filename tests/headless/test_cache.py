"""Answers that are kept."""

from __future__ import annotations

import asyncio

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


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


@pytest.mark.parametrize(("limits", "message"), [({"max_size": -1}, "max_size=-1"), ({"max_memory": "much"}, "512mb")])
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
    """Such as a lock; and it counts as no memory."""
    import threading

    @gr.cache(max_memory="1kb")
    def lock():
        return threading.Lock()

    assert lock() is lock()
