"""python -m tests.benchmarks.programs.gradio_app ENGINE: the page as Gradio has it, in a webview."""

from __future__ import annotations

import json
import os
import signal
import sys

import gradio as gr
import webview

from tests.benchmarks.programs.page import SIZE, build, driver
from tests.benchmarks.programs.say import say


def told(words: str) -> None:
    """Pass on what the page reports."""
    report = json.loads(words)
    say(report["name"], report["value"])
    os.kill(os.getpid(), signal.SIGKILL)


demo = build(gr, told, title="Cart")
script = f"() => {{ {driver([])} }}"
_, url, _ = demo.launch(prevent_thread_lock=True, quiet=True, inbrowser=False, js=script)
webview.create_window("Cart", url, width=SIZE[0], height=SIZE[1])
webview.start(gui=sys.argv[1])
