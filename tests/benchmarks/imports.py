"""How long an import takes, in a Python of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.environment import GRADIO, ROOT
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.rounds import Times

CODE = "import time; start = time.perf_counter(); import {}; print((time.perf_counter() - start) * 1000)"


def run() -> str:
    """Measure and return the section of the results."""
    return f"""## Import

In a process of its own each, turn by turn, with Python's caches filled; the control is `import pydantic`, which ours
needs.

{table(figures(rounds=15))}
"""


def figures(rounds: int, *, others: bool = True) -> list[Figure]:
    """Measure so often; `others` are Gradio's import."""
    packages: list[tuple[str, Path | str]] = [("desktop_app", sys.executable), ("pydantic", sys.executable)]
    if others:
        packages.append(("gradio", GRADIO.python()))
    took: dict[str, list[float]] = {name: [] for name, _ in packages}
    for number in range(rounds + 1):
        for name, python in packages if number % 2 else reversed(packages):
            if name == "gradio" and number > 4:
                continue  # it takes seconds, and the spread is small
            done = subprocess.run(
                [python, "-c", CODE.format(name)], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
            )
            took[name].append(float(done.stdout))
    times = {name: Times.of(all_times[1:]) for name, all_times in took.items()}
    beside: dict[str, tuple[Times, float | None]] = {"Gradio": (times["gradio"], 30)} if others else {}
    return [Figure("`import desktop_app`", times["desktop_app"], times["pydantic"], 1.3, beside)]
