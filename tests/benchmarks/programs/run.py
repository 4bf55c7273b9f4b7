"""Runs a program that is measured, on a screen, and gathers what it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.environment import ROOT

LIMIT = 400  # seconds for one program


class Said(NamedTuple):
    """One report of a program."""

    name: str
    value: Any
    at: float  # ms since the process was started
    memory: float  # MB


def run(program: str, *words: str, python: Path | None = None) -> list[Said]:
    """Start a program, wait until it ends, and return what it said.

    Args:
        program: a module of this folder.
        words: what it is given.
        python: another environment's; None for this one's.

    Raises:
        AssertionError: it said nothing; with its last lines.
    """
    environment = {**os.environ, "GRADIO_ANALYTICS_ENABLED": "False"}
    begin = time.monotonic()
    done = subprocess.run(
        [python or sys.executable, "-m", f"tests.benchmarks.programs.{program}", *words],
        cwd=ROOT, env=environment, capture_output=True, text=True, errors="replace", check=False, timeout=LIMIT,
    )  # fmt: skip
    reports = [json.loads(line[2:]) for line in done.stdout.splitlines() if line.startswith("@@")]
    said = [Said(one["name"], one["value"], (one["at"] - begin) * 1000, one["memory"]) for one in reports]
    assert said, f"{program} {words} said nothing:\n{done.stderr[-2000:]}"
    return said


def first(said: list[Said], name: str) -> Said:
    """The first report of this name."""
    return next(one for one in said if one.name == name)
