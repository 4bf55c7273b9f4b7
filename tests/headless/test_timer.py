"""Timers, and values that a function works out."""

from __future__ import annotations

import itertools

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


def ticking(**timer):
    """An app with a timer that counts its ticks, and buttons that change it."""
    ticks = []
    with gr.Blocks() as demo:
        clock = gr.Timer(0.01, **timer)
        clock.tick(lambda: ticks.append(1))
        gr.Button("Start").click(lambda: gr.Timer(active=True), None, clock)
        gr.Button("Stop").click(lambda: gr.Timer(active=False), None, clock)
        gr.Button("Rarely").click(lambda: 1000, None, clock)
        shown = gr.Number(label="Shown")
        gr.Button("Show").click(lambda seconds: seconds, clock, shown)
    return demo, ticks


def test_a_timer_ticks_until_it_is_stopped():
    """After an update with `active=False` no tick comes any more."""
    demo, ticks = ticking()
    with HeadlessApp(demo) as app:
        window = app.open_window()
        wait_until(lambda: len(ticks) > 2, "three ticks")
        window.click("Stop")
        app.wait()
        count = len(ticks)
        window.click("Show")  # what ran is done
        assert len(ticks) == count


def test_a_timer_that_is_not_active_waits_for_its_start():
    """It ticks only in the window that has started it."""
    demo, ticks = ticking(active=False)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert ticks == []
        window.click("Start", wait=False)
        wait_until(lambda: ticks, "a tick")


def test_its_seconds_are_its_value():
    """Handlers get them, and change them."""
    demo, _ = ticking()
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Rarely", wait=False)
        wait_until(lambda: window.session.values[demo_timer(demo)] == 1000, "the new pace")
        app.wait()
        window.click("Show")
        assert window.value("Shown") == 1000


def demo_timer(demo):
    return next(block for block in demo.blocks.values() if isinstance(block, gr.Timer))


def test_seconds_that_are_none_are_refused(caplog):
    """0 would never end; the timer stays as it was."""
    with gr.Blocks() as demo:
        clock = gr.Timer(1000)
        clock.tick(lambda: None)
        gr.Button("Go").click(lambda: 0, None, clock)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert "more than 0" in window.toasts[0]
    with pytest.raises(gr.DeclarationError, match="greater than 0"):
        gr.Timer(0)


def test_a_closed_window_hears_no_tick():
    """Closing stops its timers, and the clock has nothing left to do for them."""
    demo, ticks = ticking()
    with HeadlessApp(demo) as app:
        window = app.open_window()
        wait_until(lambda: ticks, "a tick")
        window.close()
        app.wait()
        count = len(ticks)
        wait_until(lambda: not app.app.runner.clock._live, "the end of what was due")
        assert len(ticks) == count


def test_a_function_for_a_value_is_called_at_each_load():
    """Also at a reload."""
    count = itertools.count(1)
    with gr.Blocks() as demo:
        gr.Textbox(lambda: f"load {next(count)}", label="Out")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert window.value("Out") == "load 1"
        window.reload()
        assert window.value("Out") == "load 2"
        assert app.open_window().value("Out") == "load 3"


def test_a_function_for_a_value_follows_its_inputs():
    """One input, or several."""
    with gr.Blocks() as demo:
        a, b = gr.Number(2, label="A"), gr.Number(3, label="B")
        gr.Number(lambda a: a * a, inputs=a, label="Square")
        gr.Number(lambda a, b: a * b, inputs=[a, b], label="Product")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert (window.value("Square"), window.value("Product")) == (4, 6)
        window.set("A", 5)
        assert (window.value("Square"), window.value("Product")) == (25, 15)


@pytest.mark.parametrize("kind", ["seconds", "timer"])
def test_a_function_for_a_value_is_called_again_and_again(kind):
    """`every` takes seconds, or a Timer."""
    count = itertools.count(1)
    with gr.Blocks() as demo:
        every = gr.Timer(0.01) if kind == "timer" else 0.01
        gr.Number(lambda: next(count), every=every, label="Out")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        wait_until(lambda: (window.value("Out") or 0) > 3, "the fourth value")


def test_every_and_inputs_need_a_function():
    """A value that is none would never change: it is said where it is written."""
    with gr.Blocks():
        with pytest.raises(gr.DeclarationError, match="a value that is a function"):
            gr.Textbox("text", every=1)
        with pytest.raises(gr.DeclarationError, match="use seconds or a Timer"):
            gr.Textbox(lambda: "", every="often")
