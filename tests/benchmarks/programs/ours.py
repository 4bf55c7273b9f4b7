"""python -m tests.benchmarks.programs.ours ENGINE [second|many] [JOB…]: the page, as an app of ours."""

from __future__ import annotations

import os
import signal
import threading

import desktop_app as gr
from tests.benchmarks.programs.asked import asked
from tests.benchmarks.programs.page import SIZE, build, driver
from tests.benchmarks.programs.say import say

todo = asked()


def told(words: str) -> None:
    """Pass on what the page reports, and go on."""
    if not todo.heard(words):
        return
    if not todo.left:
        end()
        return
    todo.left -= 1
    say("opening")
    app = gr.App.current()
    last = app.windows[-1]
    app.open_window()
    if todo.close:
        last.close()


def end() -> None:
    """Be gone: how long an app takes to end is measured elsewhere."""
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGKILL)).start()


demo = build(gr, told, title="Cart", size=SIZE, js=f"() => {{ {driver(todo.jobs)} }}")
demo.launch(engine=todo.engine)
