"""How long it takes until a window can be used, and until a second one can."""

from __future__ import annotations

from tests.benchmarks.environment import GRADIO
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.programs.run import first
from tests.benchmarks.programs.run import run as run_program
from tests.benchmarks.rounds import Times

ENGINES = ("gtk", "qt")
OTHERS = {"Gradio": ("gradio_app", GRADIO, 4.0)}


def run() -> str:
    """Measure and return the section of the results."""
    return f"""## Start

From the start of the process until the answer to a first click is on the page and the next click has reached Python:
the same script in the page clicks in each. The control is the same page by hand in a bare pywebview window with the
stock bridge. Gradio {GRADIO.version("gradio")} runs its server in the same process, behind a bare window. A
second window is measured from the call that opens it, and beside the first of ours.

{table([figure for engine in ENGINES for figure in figures(engine, rounds=9)])}
"""


def figures(engine: str, rounds: int, *, others: bool = True) -> list[Figure]:
    """Measure so often on an engine, turn by turn."""
    took: dict[str, list[float]] = {"ours": [], "control": [], "second": []}
    took.update({name: [] for name in OTHERS} if others else {})
    for number in range(rounds + 1):
        said = run_program("ours", engine, "second")
        took["ours"].append(first(said, "usable").at)
        took["second"].append(said[-1].at - first(said, "opening").at)
        took["control"].append(first(run_program("control", engine), "usable").at)
        for name, (program, environment, _) in OTHERS.items() if others and number < 4 else ():
            took[name].append(first(run_program(program, engine, python=environment.python()), "usable").at)
    times = {name: Times.of(all_times[1:]) for name, all_times in took.items()}  # a first round fills caches
    beside = {name: (times[name], goal) for name, (*_, goal) in OTHERS.items()} if others else {}
    return [
        Figure(f"start → usable, {engine.upper()}", times["ours"], times["control"], 1.2, beside),
        Figure(f"second window → usable, {engine.upper()}", times["second"], times["ours"], 0.5),
    ]
