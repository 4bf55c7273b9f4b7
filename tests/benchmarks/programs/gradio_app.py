"""python -m tests.benchmarks.programs.gradio_app ENGINE: the page as Gradio has it, in a webview."""

from __future__ import annotations

import os
import signal

import gradio as gr
import webview

from tests.benchmarks.programs.asked import asked
from tests.benchmarks.programs.page import SIZE, build, driver

todo = asked()


def told(words: str) -> None:
    """Pass on what the page reports."""
    if todo.heard(words):
        os.kill(os.getpid(), signal.SIGKILL)


demo = build(gr, told, title="Cart")
script = f"() => {{ {driver(todo.jobs)} }}"
_, url, _ = demo.launch(prevent_thread_lock=True, quiet=True, inbrowser=False, js=script)
webview.create_window("Cart", url, width=SIZE[0], height=SIZE[1])
webview.start(gui=todo.engine)
