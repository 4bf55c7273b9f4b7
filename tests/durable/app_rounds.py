"""python -m tests.durable.app_rounds ROUNDS FOLDER: an app writes both kinds of kept state and is killed, many times.

Everything is imported once; each round is a fork of this process, so it takes no longer than the app itself does.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

import desktop_app as gr
from desktop_app.state import sqlite_store
from desktop_app.testing import HeadlessApp

assert sqlite_store  # imported before the forks


def app(folder: Path, said: int) -> None:
    """Count a persisted GlobalState and a BrowserState up in a handler, and say each pair once it is acknowledged."""
    with gr.Blocks(app_id="killed") as demo:
        total = gr.GlobalState(0, key="total", persist=True)
        kept = gr.BrowserState(0, storage_key="kept")
        gr.Button("Go").click(lambda t, k: (t + 1, k + 1), [total, kept], [total, kept])
    window = HeadlessApp(demo, storage=folder).open_window()
    while True:
        os.write(said, f"{window.value(total)} {window.value(kept)}\n".encode())
        window.click("Go")


def one_round(folder: Path, moment: float) -> list[tuple[int, int]]:
    """Start the app, kill it `moment` seconds after its first word, and return all pairs that it acknowledged."""
    ours, its = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            app(folder, its)
        finally:
            os._exit(1)
    os.close(its)
    heard = os.read(ours, 65536)
    deadline = time.monotonic() + moment
    while (left := deadline - time.monotonic()) > 0:
        if select.select([ours], [], [], left)[0]:
            heard += os.read(ours, 65536)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(ours, 65536):
        heard += more
    os.close(ours)
    lines = heard.decode().split("\n")[:-1]  # the last one may be torn by the kill
    return [(int(total), int(kept)) for total, kept in (line.split() for line in lines)]


def main(rounds: int, folder: Path) -> None:
    """Do all rounds on one folder, and print as JSON what was found wrong and how much was done."""
    moments = random.Random(rounds)
    last, wrong, writes, landed = (0, 0), [], 0, 0
    for number in range(rounds):
        pairs = one_round(folder, moments.uniform(0, 0.05))
        if not pairs:
            wrong.append(f"round {number}: the app did not start")
            continue
        for name, before, now in zip(("total", "kept"), last, pairs[0], strict=True):
            if now not in (before, before + 1):
                wrong.append(f"round {number}: {name} was {before} when it was killed, and is {now}")
            landed += now == before + 1
        writes += len(pairs) - 1
        last = pairs[-1]
    print(json.dumps({"wrong": wrong, "rounds": rounds, "writes": writes, "landed": landed}))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
