"""What follows a listener, and in which order."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


def chained(fn, **options):
    """An app whose button Go runs `fn`; what follows says so in the list, one after the other."""
    ran, one = [], {"concurrency_id": "one at a time"}
    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        state = gr.State(0)
        go = gr.Button("Go").click(fn, out, [out, state], **options)
        for event in ("then", "failure", "success"):  # not in the order in which they are to run
            getattr(go, event)(lambda event=event: ran.append(event), **one)
        state.change(lambda: ran.append("state"), **one)
        out.change(lambda: ran.append("out"), **one)
    return demo, ran


def test_after_a_success_changes_come_before_then():
    """The order is: success, the changes, then."""
    demo, ran = chained(lambda _: ("new", 1))
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert ran[0] == "success"
    assert ran[-1] == "then"
    assert sorted(ran[1:-1]) == ["out", "state"]


def test_after_an_error_failure_and_then_follow(caplog):
    """Neither success nor a change happens."""

    def fail(_):
        raise ValueError("no")

    demo, ran = chained(fail)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert ran == ["failure", "then"]


def test_a_generator_changes_at_each_step_and_is_followed_once():
    """`change` comes with each `yield`, what follows the listener at its end."""

    def count(_):
        for number in (1, 2):
            yield str(number), number

    demo, ran = chained(count)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert ran.count("success") == ran.count("then") == 1
    assert ran.count("state") in (1, 2)  # two that come before the first has run are one


def test_a_chain_goes_on_with_the_values_of_its_moment():
    """Each link sees what the one before has written."""
    with gr.Blocks() as demo:
        text = gr.Textbox(label="Text")
        add = lambda letter: lambda text: text + letter
        gr.Button("Go").click(add("a"), text, text).then(add("b"), text, text).success(add("c"), text, text)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Text", ">")
        window.click("Go")
        assert window.value("Text") == ">abc"


def test_then_goes_on_after_an_error_and_success_does_not(caplog):
    """A chain that has failed once runs `then` and what follows that."""
    ran = []
    with gr.Blocks() as demo:
        broken = gr.Button("Go").click(lambda: 1 / 0)
        broken.success(lambda: ran.append("not reached"))
        broken.then(lambda: ran.append("then")).success(lambda: ran.append("success of then"))
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert ran == ["then", "success of then"]


def test_a_listener_without_a_function_can_begin_a_chain():
    """`fn=None` runs nothing, and what follows runs."""
    ran = []
    with gr.Blocks() as demo:
        gr.Button("Go").click(None).then(lambda: ran.append("then"))
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert ran == ["then"]


def test_on_takes_the_end_of_a_listener_for_a_trigger():
    """`on([go.success, button.click])` runs after either."""
    ran = []
    with gr.Blocks() as demo:
        go = gr.Button("Go").click(lambda: None)
        other = gr.Button("Other")
        gr.on([go.success, other.click], lambda: ran.append("ran"))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        window.click("Other")
    assert ran == ["ran", "ran"]


def test_three_states_changed_together_run_a_shared_listener_once():
    """One event, one run."""
    ran = []
    with gr.Blocks() as demo:
        states = [gr.State(0) for _ in range(3)]
        gr.Button("Go").click(lambda: (1, 2, 3), None, states)
        gr.on([state.change for state in states], lambda *values: ran.append(values), states)
    with HeadlessApp(demo) as app:
        app.open_window().click("Go")
    assert ran == [(1, 2, 3)]


@pytest.mark.parametrize("through", ["component", "state"])
def test_a_circle_of_changes_is_stopped_and_its_listeners_named(through, caplog):
    """The user hears of it, the log as well, and the app goes on."""
    with gr.Blocks() as demo:
        first, second = (gr.Number(0, label="A"), gr.Number(0, label="B"))
        if through == "state":
            first, second = gr.State(0), gr.State(0)

        @first.change(inputs=first, outputs=second)
        def tick(n):
            return n + 1

        @second.change(inputs=second, outputs=first)
        def tock(n):
            return n + 1

        gr.Button("Go").click(lambda: 1, None, first)
        gr.Button("Other").click(lambda: gr.Info("still there"))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert "tick() on " in window.toasts[-1]
        assert "tock() on " in window.toasts[-1]
        assert "Button" not in window.toasts[-1]
        assert "100 changes" in window.toasts[-1]
        window.click("Other")
        assert window.toasts[-1] == "still there"
    assert "go round in a circle" in caplog.text


def test_a_circle_over_two_windows_is_stopped(caplog):
    """What follows from a write in another window counts as well."""
    with gr.Blocks() as demo:
        total = gr.GlobalState(0)
        total.change(lambda n: n + 1, total, total)
        gr.Button("Go").click(lambda: 1, None, total)
    with HeadlessApp(demo) as app:
        windows = [app.open_window() for _ in range(2)]
        windows[0].click("Go")
        assert any("100 changes" in text for window in windows for text in window.toasts)


def test_changes_that_settle_are_no_circle():
    """Two fields that keep each other up to date come to rest by themselves."""
    with gr.Blocks() as demo:
        celsius, kelvin = gr.Number(0, label="C"), gr.Number(273, label="K")
        celsius.change(lambda c: c + 273, celsius, kelvin)
        kelvin.change(lambda k: k - 273, kelvin, celsius)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("C", 10)
        assert (window.value("C"), window.value("K"), window.toasts) == (10, 283, [])
