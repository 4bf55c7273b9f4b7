"""How quickly the gallery's bundle starts, beside the gallery from its sources."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from tests.bundle.conftest import ROOT
from tests.bundle.program import Program, clean_environment

STARTS = 5


def told_starts(bundle: Path, engine: str, folder: Path) -> str:
    """Start both by turns, each time with a new home in a folder, and tell the median times.

    A start is over when a window has text in it.
    """
    commands = {"bundle": [str(bundle)], "script": [sys.executable, str(ROOT / "desktop_app" / "__main__.py")]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(STARTS):
        for name, command in commands.items():
            home = folder / f"{name}{number}"
            home.mkdir()
            times[name].append(seconds_to_text(command, engine, home))
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    return (
        f"start to text on {engine}, median of {STARTS}: bundle {middle['bundle']:.2f} s, "
        f"script {middle['script']:.2f} s, {middle['bundle'] / middle['script'] - 1:+.0%}"
    )


def seconds_to_text(command: list[str], engine: str, home: Path) -> float:
    """Start the gallery on an engine, and return how long its window took; it closes cleanly, too."""
    environment = clean_environment(home) | {"PYTHONPATH": str(ROOT), "DESKTOP_APP_ENGINE": engine}
    begun = time.monotonic()
    program = Program(command, environment, home)
    try:
        window = program.window("Gallery")
        taken = time.monotonic() - begun
        program.press(window, "alt+F4")
        assert program.end() == 0, program.errors
    finally:
        program.kill()
    return taken
