"""How many events an app takes in a second, without a window, on one core."""

from __future__ import annotations

import json
import os
import queue
import threading
from typing import Any

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.benchmarks.rounds import turn_by_turn

EVENTS = 5_000
STEPS = 10_000
GOAL = 10_000  # events a second


def run() -> str:
    """Measure and return the section of the results."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        return _measure()
    finally:
        os.sched_setaffinity(0, cores)


def _measure() -> str:
    with gr.Blocks(app_id="benchmark-events") as demo:
        number, text = gr.Number(0, label="N"), gr.Textbox(label="Text")
        empty = gr.Button("Nothing")
        empty.click(lambda: None, trigger_mode="multiple")
        count = gr.Button("Count")
        count.click(lambda n: n + 1, number, number, trigger_mode="multiple")
        stream = gr.Button("Stream")
        stream.click(lambda: (str(step) for step in range(STEPS)), None, text)
    with HeadlessApp(demo, timeout=60) as app:
        page = app.open_window().page

        def events(button: gr.Button, times: int) -> None:
            for _ in range(times):
                page.event(button.id, "click")
            app.wait()

        rows = []
        for name, button in (("a handler that does nothing", empty), ("a handler that counts a number up", count)):
            ours, bare = turn_by_turn(lambda button=button: events(button, EVENTS), by_hand, rounds=7)
            rows.append((name, EVENTS / ours.median * 1000, EVENTS / bare.median * 1000, ours.median / bare.median))
        before = page.batches
        streamed, _ = turn_by_turn(lambda: events(stream, 1), by_hand, rounds=7)
        batches = (page.batches - before) / 8
    lines = "\n".join(f"| {name} | {ours:,.0f} | {bare:,.0f} | {ratio:.1f} × |" for name, ours, bare, ratio in rows)
    return f"""## Events

The whole path of a click without a window, on one core: message, check, session, thread, handler, change, batch and its
answer. By hand: the same message as JSON over a queue to a thread and back, and nothing else. Medians of 7 rounds of
{EVENTS:,} events, turn by turn. The goal is {GOAL:,} a second.

| event | a second | by hand | takes as long |
|---|---|---|---|
{lines}

A handler that yields {STEPS:,} texts as fast as it can takes {streamed.median:,.0f} ms, {STEPS / streamed.median:,.0f}
steps a millisecond; the page gets {batches:,.0f} batches, as fast as it answers.
"""


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
