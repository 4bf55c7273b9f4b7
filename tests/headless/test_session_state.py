"""State: a value for each session."""

from __future__ import annotations

import threading

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


def state_app(value, handler):
    """An app whose Go button runs `handler` on a State, and that notes its changes."""
    changes = []
    with gr.Blocks() as demo:
        demo.state = gr.State(value)
        gr.Button("Go").click(handler, demo.state, demo.state)
        demo.state.change(changes.append, demo.state)
    return demo, changes


def go(demo, times=1):
    """Press Go in a new app and return the State's value."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(times):
            window.click("Go")
        return window.value(demo.state)


def test_the_default_is_copied_for_each_session():
    """What a handler does to the default of one session reaches no other, nor the author's own object."""
    original = [1]
    demo, _ = state_app(original, lambda s: [*s, 2])
    with HeadlessApp(demo) as app:
        one, other = app.open_window(), app.open_window()
        one.click("Go")
        assert (one.value(demo.state), other.value(demo.state), original) == ([1, 2], [1], [1])


def test_the_same_object_is_handed_to_every_event():
    """A session's value is passed on as it is, never copied."""
    seen = []

    def note(value):
        seen.append(value)
        return value

    demo, _ = state_app({"a": 1}, note)
    go(demo, times=2)
    assert seen[0] is seen[1]


def test_a_function_makes_the_value_of_each_session():
    """A callable default is called once a session, so the value need not be one that can be copied."""
    demo, _ = state_app(threading.Lock, lambda s: s)
    with HeadlessApp(demo) as app:
        one, other = app.open_window(), app.open_window()
        assert one.value(demo.state) is not other.value(demo.state)


def test_a_default_that_cannot_be_copied_says_what_to_do():
    """It is a TypeError where the State is made."""
    with gr.Blocks():
        for _ in range(2):
            with pytest.raises(TypeError, match=r"State\(lock\) cannot be copied .* State\(lambda: MyClass\(\)\)"):
                gr.State(threading.Lock())


def append(value):
    """Change the list in place and return it."""
    value.append(1)
    return value


def test_a_change_in_place_is_seen():
    """A list that was appended to has changed, though it is the same object."""
    demo, changes = state_app([], append)
    assert go(demo) == [1]
    assert changes == [[1]]


def test_no_change_without_a_difference():
    """An equal value fires nothing, a dict of another order among them."""
    demo, changes = state_app({"a": 1, "b": 2}, lambda s: {"b": 2, "a": 1})
    go(demo)
    assert changes == []


def test_none_and_other_empty_values_are_values():
    """None, 0 and "" are stored and seen as changes."""
    values = iter([0, "", None, False])
    demo, changes = state_app(1, lambda _: next(values))
    go(demo, times=4)
    assert changes == [0, "", None, False]


def test_update_and_skip_work_on_state():
    """`update(value=…)` sets it, `skip()` leaves it."""
    answers = iter([gr.skip(), gr.update(value="new")])
    demo, changes = state_app("old", lambda _: next(answers))
    assert go(demo, times=2) == "new"
    assert changes == ["new"]


def test_the_page_never_hears_of_it():
    """Neither the tree nor any message holds the value."""
    demo, _ = state_app("secret word", lambda s: s + " indeed")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        heard = []
        receive = window.page.receive
        window.page.receive = lambda text: (heard.append(text), receive(text))
        window.click("Go")
        assert "secret" not in str(window.page.nodes) + "".join(heard)
