"""Runs every case, or those named, or with --quick the ratios that are held to those in RESULTS.md.

python -m tests.benchmarks [--quick | case…]
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import (
    bundle,
    change_detection,
    events,
    exchange,
    growth,
    idle,
    imports,
    memory,
    plot,
    quick,
    readme,
    shared_state,
    start,
)
from tests.benchmarks.machine import machine
from tests.benchmarks.plot import RESULTS

# Each returns its section of the results, in Markdown.
CASES: dict[str, Callable[[], str]] = {
    "imports": imports.run,
    "start": start.run,
    "exchange": exchange.run,
    "events": events.run,
    "shared_state": shared_state.run,
    "change_detection": change_detection.run,
    "memory": memory.run,
    "idle": idle.run,
    "growth": growth.run,
    "bundle": bundle.run,
}


def main(names: list[str]) -> None:
    """Run the cases, print what they found, and write it down if all of them ran."""
    if os.geteuid() == 0:  # as in a container, where Chromium's sandbox refuses to be
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else of all that is measured ours alone would be compiled anew
    if names == ["--quick"]:
        sys.exit(quick.compare(RESULTS.read_text(encoding="utf-8")))
    unknown = [name for name in names if name not in CASES]
    if unknown:
        sys.exit(f"There is no case {unknown[0]!r}. The cases: {', '.join(CASES)}.")
    sections = []
    for name in names or CASES:
        begin = time.monotonic()
        sections.append(CASES[name]())
        print(f"{sections[-1]}\n({name}: {time.monotonic() - begin:.0f} s)\n", flush=True)
    if not names:
        head = f"# Benchmarks\n\nWritten by `make bench`, on {machine()}.\n"
        RESULTS.write_text("\n".join([head, *sections]), encoding="utf-8")
        plot.draw()
        readme.write()
        written = ", ".join(str(path.relative_to(Path.cwd())) for path in (RESULTS, plot.PICTURE, readme.README))
        print(f"Written: {written}.")


if __name__ == "__main__":
    main(sys.argv[1:])
