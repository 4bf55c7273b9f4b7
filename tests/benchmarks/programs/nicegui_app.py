"""python -m tests.benchmarks.programs.nicegui_app ENGINE [JOB…]: the cart as NiceGUI has it, in its native mode."""

from __future__ import annotations

import multiprocessing
import os
import signal

from nicegui import app, ui

from tests.benchmarks.programs.asked import asked
from tests.benchmarks.programs.page import SIZE, driver, put_in

todo = asked()


def told(words: str) -> None:
    """Pass on what the page reports."""
    if not todo.heard(words):
        return
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
    # A text comes after a click that follows it, so the text itself is the report.
    ui.textarea("Told", on_change=lambda change: told(change.value)).props("for=told")
    ui.button("Report").props("id=report")
    ui.add_body_html(f"<script>{driver(todo.jobs)}</script>")


if __name__ in {"__main__", "__mp_main__"}:
    app.native.start_args["gui"] = todo.engine
    ui.run(native=True, window_size=SIZE, reload=False, title="Cart", show_welcome_message=False)
