"""Typing while handlers run: no keystroke is lost, and the last value is shown."""

from __future__ import annotations

import threading

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp

TEXT = "hello world"


def test_a_slow_handler_that_writes_another_box_loses_no_keystroke(run: RunApp):
    """The other box ends with what was typed last, however slow the handler."""
    may_go_on = threading.Semaphore(0)

    def slow(text: str) -> str:
        may_go_on.acquire(timeout=5)
        return text

    with gr.Blocks() as demo:
        box, other = gr.Textbox(label="Box"), gr.Textbox(label="Other")
        box.change(slow, box, other)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Box").press_sequentially(TEXT)
    may_go_on.release(len(TEXT))
    app.settle()
    expect(page.get_by_label("Box")).to_have_value(TEXT)
    expect(page.get_by_label("Other")).to_have_value(TEXT)


def test_a_slow_handler_that_writes_the_same_box_loses_no_keystroke(run: RunApp):
    """An answer to an older text never replaces what was typed meanwhile."""
    may_go_on = threading.Semaphore(0)

    def slow(text: str) -> str:
        may_go_on.acquire(timeout=5)
        return text.upper()

    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box")
        box.change(slow, box, box)
    app = run(demo)
    page = app.open_window()
    for key in TEXT:
        page.get_by_label("Box").press(key)
        if key == "o":  # an answer comes in the middle of the typing
            may_go_on.release()
            page.evaluate("new Promise(requestAnimationFrame)")
    may_go_on.release(len(TEXT))
    app.settle()
    expect(page.get_by_label("Box")).to_have_value(TEXT.upper())


def test_a_quick_handler_that_writes_the_same_box_loses_no_keystroke(run: RunApp):
    """Answers that cross keystrokes on their way change nothing of them."""
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box")
        box.change(str.upper, box, box)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Box").press_sequentially(TEXT * 3)
    app.settle()
    expect(page.get_by_label("Box")).to_have_value(TEXT.upper() * 3)


def test_a_fast_stream_shows_its_last_value(show: ShowApp):
    """A generator that yields faster than the screen draws ends with its last value, in few batches."""

    def count():
        yield from range(2001)

    with gr.Blocks() as demo:
        number = gr.Number(label="Number")
        text = gr.Textbox(label="Text")
        gr.Button("Count").click(count, outputs=number)
        number.change(lambda number: f"saw {number}", number, text)
    page = show(demo)
    page.get_by_role("button", name="Count").click()
    expect(page.get_by_label("Number")).to_have_value("2000")
    expect(page.get_by_label("Text")).to_have_value("saw 2000")


def test_a_stream_costs_one_batch_a_frame(run: RunApp):
    """What a frame cannot show is merged before it is sent."""

    def count():
        yield from range(3001)

    with gr.Blocks() as demo:
        number = gr.Number(label="Number")
        gr.Button("Count").click(count, outputs=number)
    app = run(demo)
    page = app.open_window()
    page.get_by_role("button", name="Count").click()
    expect(page.get_by_label("Number")).to_have_value("3000")
    app.settle()
    assert len([message for message in app.surfaces[0].told if message["type"] == "batch"]) < 300


def test_a_stream_is_seen_while_it_runs(show: ShowApp):
    """Each step is shown when it comes, not at the end."""
    go_on = threading.Semaphore(0)

    def steps():
        for step in ("one", "two", "three"):
            yield step
            go_on.acquire(timeout=5)

    with gr.Blocks() as demo:
        text = gr.Textbox(label="Text")
        gr.Button("Start").click(steps, outputs=text)
    page = show(demo)
    page.get_by_role("button", name="Start").click()
    for step in ("one", "two", "three"):
        expect(page.get_by_label("Text")).to_have_value(step)
        go_on.release()
