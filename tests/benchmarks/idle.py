"""How often threads of Python's wake up in a window that nobody touches."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.native.native_app import NativeApp

APP = "tests.native.apps.gallery_cart"
SECONDS = 10


def run() -> str:
    """Measure and return the section of the results."""
    rows = "\n".join(f"| {engine.upper()} | {' | '.join(map(str, woken(engine)))} |" for engine in ("gtk", "qt"))
    return f"""## Idle

How often Linux put a thread of Python's process on a processor within {SECONDS} s, while the cart was shown and nobody
touched it. The GUI's thread is the web engine's own.

| engine | threads of ours | their wake-ups | wake-ups of the GUI's thread |
|---|---|---|---|
{rows}
"""


def woken(engine: str) -> tuple[int, int, int]:
    """How many threads there are beside the GUI's, and the two counts."""
    with TemporaryDirectory() as home, NativeApp(engine, APP, Path(home)) as app:
        app.windows(1)
        app.ask("idle")
        time.sleep(SECONDS)  # what the start has left to do ends meanwhile
        threads = app.ask("threads")
        before = {name: app.switches(thread) for name, thread in threads.items()}
        time.sleep(SECONDS)
        counts = {name: app.switches(thread) - before[name] for name, thread in threads.items()}
    gui = counts.pop("MainThread")
    return len(counts), sum(counts.values()), gui
