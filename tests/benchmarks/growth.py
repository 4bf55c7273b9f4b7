"""How time and memory grow with the number of components, listeners and sessions."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable

import desktop_app as gr
from desktop_app.testing import HeadlessApp

COMPONENTS = LISTENERS = (10, 100, 1_000, 10_000)
SESSIONS = (1, 10, 100, 1_000)
LINEAR = 1.5  # per unit, the largest may cost so many times the one before it


def run() -> str:
    """Measure and return the section of the results."""
    rows = []
    for what, counts, build in (
        ("components", COMPONENTS, components), ("listeners", LISTENERS, listeners), ("sessions", SESSIONS, sessions),
    ):  # fmt: skip
        costs = [cost(build, count) for count in counts]
        for count, (took, held) in zip(counts, costs, strict=True):
            rows.append(
                f"| {count:,} {what} | {took:,.1f} ms | {took / count * 1000:,.0f} µs | {held / count:,.1f} kB |"
            )
        last, before = (costs[place][0] / counts[place] for place in (-1, -2))
        rows[-1] += f" {'yes' if last <= LINEAR * before else '**no**'}: {last / before:.2f} × the one before |"
        rows[:-1] = [row if row.count("|") == 6 else row + " |" for row in rows[:-1]]
    return f"""## Growth

Time and memory to build an app and show it in a window (without a screen), and to open further windows of one app. "No
worse than linear": the largest costs per unit at most {LINEAR} × what the one before it does.

| | time | time per unit | memory per unit | no worse than linear |
|---|---|---|---|---|
{chr(10).join(rows)}
"""


def cost(build: Callable[[int], object], count: int) -> tuple[float, float]:
    """The ms, and in a second run the kB, that so many take."""
    gc.collect()
    begin = time.perf_counter()
    kept = build(count)
    took = (time.perf_counter() - begin) * 1000
    close(kept)
    del kept
    gc.collect()
    tracemalloc.start()
    kept = build(count)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    close(kept)
    return took, held / 1024


def close(kept: object) -> None:
    """End what was built."""
    assert isinstance(kept, HeadlessApp)
    kept.close()


def components(count: int) -> HeadlessApp:
    """An app of so many components, with a window."""
    with gr.Blocks(app_id="benchmark-growth") as demo:
        for number in range(count):
            gr.Textbox(str(number), label=f"Box {number}")
    return opened(demo)


def listeners(count: int) -> HeadlessApp:
    """An app whose two components have so many listeners, with a window."""
    with gr.Blocks(app_id="benchmark-growth") as demo:
        box, button = gr.Textbox(label="Box"), gr.Button("Go")
        for _ in range(count):
            button.click(lambda text: text, box, box)
    return opened(demo)


def sessions(count: int) -> HeadlessApp:
    """A small app with so many windows."""
    with gr.Blocks(app_id="benchmark-growth") as demo:
        gr.State([])
        box = gr.Textbox(label="Box")
        gr.Button("Go").click(lambda text: text, box, box)
    return opened(demo, count)


def opened(demo: gr.Blocks, windows: int = 1) -> HeadlessApp:
    """Start an app and open its windows."""
    app = HeadlessApp(demo, timeout=120)
    for _ in range(windows):
        app.open_window()
    app.wait()
    return app
