"""What one write of global state costs, by the number of windows that show it; without windows on a screen."""

from __future__ import annotations

import time

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.benchmarks.rounds import Times

WINDOWS = (1, 5, 10, 20)
WRITES = 50


def run() -> str:
    """Measure and return the section of the results."""
    rows, medians = [], []
    for count in WINDOWS:
        times, pushes = written(count)
        medians.append(times.median)
        rows.append(f"| {count} | {times} | {pushes:g} | {'yes' if pushes <= count else '**no**'} |")
    slope = (medians[-1] - medians[0]) / (WINDOWS[-1] - WINDOWS[0])
    return f"""## One write of global state

From the click in one window until every window shows the value, {WRITES} times each. The goal is one push a window.

| windows | a write | pushes a write | met |
|---|---|---|---|
{chr(10).join(rows)}

A further window costs {slope:.2f} ms; per window it is {medians[0]:.2f} ms with one and
{medians[-1] / WINDOWS[-1]:.2f} ms with {WINDOWS[-1]}, so the time is no worse than linear.
"""


def written(count: int) -> tuple[Times, float]:
    """How long a write takes with so many windows, and how many batches go out for it."""
    with gr.Blocks(app_id=f"benchmark-shared-{count}") as demo:
        total = gr.GlobalState(0, key="total")
        shown = gr.Number(label="Total")
        add = gr.Button("Add")
        add.click(lambda n: n + 1, total, total)
        gr.on([demo.load, total.change], lambda n: n, total, shown)
    with HeadlessApp(demo, timeout=60) as app:
        windows = [app.open_window() for _ in range(count)]
        app.wait()
        took, before = [], 0
        for number in range(WRITES + 5):
            if number == 5:
                before = sum(window.page.batches for window in windows)
            begin = time.perf_counter()
            windows[0].page.event(add.id, "click")
            app.wait()
            took.append((time.perf_counter() - begin) * 1000)
        assert {window.value("Total") for window in windows} == {WRITES + 5}
        return Times.of(took[5:]), (sum(window.page.batches for window in windows) - before) / WRITES
