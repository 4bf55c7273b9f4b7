"""The page that is measured, in Gradio's words: the cart, and what a program exchanges with its page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

DRIVER = Path(__file__).with_name("driver.js").read_text(encoding="utf-8")
UPDATES = 1000
SIZE = (960, 720)  # of each window that is measured: to draw a larger one takes longer
LINE = "x" * 99 + "\n"


def driver(jobs: Sequence[str]) -> str:
    """The script that uses the page: it says "usable", then does these jobs and reports each."""
    return DRIVER.replace("JOBS", json.dumps(list(jobs)))


def build(gr: Any, told: Callable[[str], None], **blocks: Any) -> Any:
    """Return the page.

    Args:
        gr: whose words to use: `desktop_app`, or `gradio`.
        told: is given what the page reports.
        blocks: further arguments of the `Blocks`.
    """
    with gr.Blocks(**blocks) as demo:
        gr.Markdown("# Picnic basket\nEach window packs a basket of its own.")
        picks = gr.CheckboxGroup(["Bread", "Cheese", "Grapes"], value=["Bread"], label="Pick some")
        basket = gr.State([])
        count = gr.Button("Nothing yet", elem_id="count")  # which shows a text as it is
        add = gr.Button("Put in the basket", elem_id="add")
        add.click(put_in, [picks, basket], [basket, count])
        streamed = gr.Markdown(elem_id="streamed")
        gr.Button("Stream", elem_id="stream").click(stream, None, streamed)
        gr.Button("Clear", elem_id="clear").click(lambda: "cleared", None, streamed)
        text = gr.Textbox(label="Text", elem_id="text", lines=3, max_lines=3)
        taken = gr.Markdown(elem_id="taken")
        gr.Button("1 MB", elem_id="text_1").click(lambda: LINE * 10**4, None, text)
        gr.Button("10 MB", elem_id="text_10").click(lambda: LINE * 10**5, None, text)
        gr.Button("Take", elem_id="take").click(lambda value: f"{len(value)} characters", text, taken)
        turn = gr.State(0)
        gr.Button("With", elem_id="with").click(lambda n, _: (n + 1, str(n + 1)), [turn, text], [turn, count])
        gr.Button("Without", elem_id="without").click(lambda n: (n + 1, str(n + 1)), turn, [turn, count])
        words = gr.Textbox(label="Told", elem_id="told")
        gr.Button("Report", elem_id="report").click(told, words, None, trigger_mode="multiple")
    return demo


def put_in(picks: list[str], basket: list[str]) -> tuple[list[str], str]:
    """Put what is picked into the basket, and say how much is in there."""
    basket = [*basket, *picks][-50:]
    put_in.times += 1  # type: ignore[attr-defined]
    return basket, f"Things: {len(basket)}, put in {put_in.times} times"  # type: ignore[attr-defined]


put_in.times = 0  # type: ignore[attr-defined]


def stream() -> Iterator[str]:
    """Count, as fast as it goes."""
    for number in range(1, UPDATES + 1):
        yield str(number)
