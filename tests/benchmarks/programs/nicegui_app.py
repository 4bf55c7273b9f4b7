"""python -m tests.benchmarks.programs.nicegui_app ENGINE: the cart as NiceGUI has it, in its native mode."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sys

from nicegui import app, ui

from tests.benchmarks.programs.page import driver, put_in
from tests.benchmarks.programs.say import say


def told(words: str) -> None:
    """Pass on what the page reports."""
    report = json.loads(words)
    say(report["name"], report["value"])
    for process in multiprocessing.active_children():
        process.kill()
    os.kill(os.getpid(), signal.SIGKILL)


@ui.page("/")
def page() -> None:
    """A window of the cart."""
    basket: list[str] = []

    def add() -> None:
        nonlocal basket
        basket, text = put_in(["Bread"] if bread.value else [], basket)
        count.set_text(text)

    ui.label("Picnic basket")
    bread = ui.checkbox("Bread", value=True)
    ui.checkbox("Cheese")
    ui.checkbox("Grapes")
    count = ui.button("Nothing yet").props("id=count")
    ui.button("Put in the basket", on_click=add).props("id=add")
    words = ui.textarea("Told").props("for=told")
    ui.button("Report", on_click=lambda: told(words.value)).props("id=report")
    ui.add_body_html(f"<script>{driver([])}</script>")


if __name__ in {"__main__", "__mp_main__"}:
    app.native.start_args["gui"] = sys.argv[1] if len(sys.argv) > 1 else None
    ui.run(native=True, reload=False, title="Cart", show_welcome_message=False)
