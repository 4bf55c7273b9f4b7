"""python -m tests.benchmarks.programs.control ENGINE [second|many] [JOB…]: the same page by hand, in a bare window."""

from __future__ import annotations

import os
import signal
import threading
from typing import Any

import webview

from tests.benchmarks.programs.asked import asked
from tests.benchmarks.programs.page import LINE, SIZE, UPDATES, driver, put_in
from tests.benchmarks.programs.say import say

todo = asked()

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Cart</title>
<style>body { font: 1rem system-ui; max-width: 50rem; margin: 1rem auto; } button, textarea { display: block; }</style>
<h1>Picnic basket</h1>
<p>Each window packs a basket of its own.</p>
<label><input type="checkbox" checked value="Bread"> Bread</label>
<label><input type="checkbox" value="Cheese"> Cheese</label>
<label><input type="checkbox" value="Grapes"> Grapes</label>
<button id="count">Nothing yet</button>
<button id="add">Put in the basket</button>
<p id="streamed"></p>
<button id="stream">Stream</button><button id="clear">Clear</button>
<textarea id="text" rows="3"></textarea>
<p id="taken"></p>
<button id="text_1">1 MB</button><button id="text_10">10 MB</button><button id="take">Take</button>
<textarea id="told"></textarea><button id="report">Report</button>
<script>
const by = (id) => document.getElementById(id);
const show = (number) => { by("streamed").textContent = number; };
const picks = () => [...document.querySelectorAll("input:checked")].map((box) => box.value);
window.addEventListener("pywebviewready", () => {
  by("add").onclick = async () => { by("count").textContent = await pywebview.api.put_in(picks()); };
  by("stream").onclick = () => { pywebview.api.stream(); };
  by("clear").onclick = () => { show("cleared"); };
  by("text_1").onclick = async () => { by("text").value = await pywebview.api.text(1e6); };
  by("text_10").onclick = async () => { by("text").value = await pywebview.api.text(1e7); };
  by("take").onclick = async () => { by("taken").textContent = await pywebview.api.take(by("text").value); };
  by("report").onclick = () => { pywebview.api.told(by("told").value); };
});
DRIVER
</script>"""


class Api:
    """What the page calls."""

    def __init__(self) -> None:
        self._basket: list[str] = []
        self._window: Any = None

    def put_in(self, picks: list[str]) -> str:
        self._basket, text = put_in(picks, self._basket)
        return text

    def stream(self) -> None:
        for number in range(1, UPDATES + 1):
            self._window.run_js(f"show({number});0")

    def text(self, size: float) -> str:
        return LINE * (int(size) // len(LINE))

    def take(self, value: str) -> str:
        return f"{len(value)} characters"

    def told(self, words: str) -> None:
        if not todo.heard(words):
            return
        if not todo.left:
            threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGKILL)).start()
            return
        todo.left -= 1
        say("opening")
        open_window()
        if todo.close:
            self._window.destroy()


def open_window() -> None:
    """Open a window of the page."""
    api = Api()
    api._window = webview.create_window(
        "Cart", html=PAGE.replace("DRIVER", driver(todo.jobs)), js_api=api, width=SIZE[0], height=SIZE[1]
    )


open_window()
webview.start(gui=todo.engine)
