"""python -m tests.benchmarks.programs.ours ENGINE [second|many] [JOB…]: the page, as an app of ours."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading

import desktop_app as gr
from tests.benchmarks.programs.page import build, driver
from tests.benchmarks.programs.say import say

engine, *jobs = sys.argv[1:]
more = jobs.pop(0) if jobs and jobs[0] in ("second", "many") else ""
left = {"second": 1, "many": 100}.get(more, 0)


def told(words: str) -> None:
    """Pass on what the page reports, and go on."""
    global left
    report = json.loads(words)
    say(report["name"], report["value"])
    if report["name"] != ("done" if jobs else "usable"):
        return
    if not left:
        end()
        return
    left -= 1
    say("opening")
    app = gr.App.current()
    last = app.windows[-1]
    app.open_window()
    if more == "many":
        last.close()


def end() -> None:
    """Be gone: how long an app takes to end is measured elsewhere."""
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGKILL)).start()


demo = build(gr, told, title="Cart", js=f"() => {{ {driver(jobs)} }}")
demo.launch(engine=engine)
