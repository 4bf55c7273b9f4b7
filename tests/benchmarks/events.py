"""How many events an app takes in a second, without a window, on one core."""

from __future__ import annotations

import json
import os
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import desktop_app as gr
from desktop_app.testing import HeadlessApp, HeadlessWindow
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.rounds import turn_by_turn

EVENTS = 5_000
STEPS = 10_000
GOAL = 10_000  # events a second


def run() -> str:
    """Measure and return the section of the results."""
    return f"""## Events

The whole path of a click without a window, on one core: message, check, session, thread, handler, change, batch and its
answer. The control is the same message as JSON over a queue to a thread and back, and nothing else. Times are for
{EVENTS:,} events, turn by turn; the goal is {GOAL:,} a second. It is one of time, so the processor decides as well: how
quick that was says the control. A handler that counts has an input, and a text that is compared, sent and confirmed.

{table(figures(7))}

A handler that yields {STEPS:,} texts as fast as it can takes {streamed():,.0f} ms.
"""


def figures(rounds: int) -> list[Figure]:
    """Measure so often, on one core."""
    demo, buttons = page()
    with on_one_core(), HeadlessApp(demo, timeout=60) as app:
        click = partial(clicks, app, app.open_window())
        rows = []
        for name, label in (("does nothing", "Nothing"), ("counts a number up", "Count")):
            ours, bare = turn_by_turn(partial(click, buttons[label], EVENTS), by_hand, rounds=rounds)
            rows.append(Figure(f"{EVENTS:,} events, a handler that {name}", ours, bare, at_most=EVENTS / GOAL * 1000))
        return rows


def streamed() -> float:
    """The ms that a handler's many steps take."""
    demo, buttons = page()
    with on_one_core(), HeadlessApp(demo, timeout=60) as app:
        took, _ = turn_by_turn(partial(clicks, app, app.open_window(), buttons["Stream"], 1), by_hand, rounds=7)
        return took.median


@contextmanager
def on_one_core() -> Iterator[None]:
    """Let this process run on one core meanwhile."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def page() -> tuple[gr.Blocks, dict[str, gr.Button]]:
    """The app, and its buttons by their labels."""
    with gr.Blocks(app_id="benchmark-events") as demo:
        number, text = gr.Number(0, label="N"), gr.Textbox(label="Text")
        buttons = {label: gr.Button(label) for label in ("Nothing", "Count", "Stream")}
        buttons["Nothing"].click(lambda: None, trigger_mode="multiple")
        buttons["Count"].click(lambda n: n + 1, number, number, trigger_mode="multiple")
        buttons["Stream"].click(lambda: (str(step) for step in range(STEPS)), None, text)
    return demo, buttons


def clicks(app: HeadlessApp, window: HeadlessWindow, button: gr.Button, times: int) -> None:
    """Click so often, and wait until all is done."""
    for _ in range(times):
        window.page.event(button.id, "click")
    app.wait()


def by_hand() -> None:
    """Do what no bridge can do without, as often."""
    messages: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    answers: list[Any] = []

    def work() -> None:
        while (text := messages.get()) is not None:
            answers.append(json.loads(json.dumps({"value": json.loads(text)["number"] + 1})))

    worker = threading.Thread(target=work)
    worker.start()
    for number in range(EVENTS):
        messages.put(json.dumps({"type": "event", "number": number, "target": 1, "event": "click", "edits": {}}))
    messages.put(None)
    worker.join()
    assert len(answers) == EVENTS
