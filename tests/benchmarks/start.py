"""How long it takes until a window can be used, and until a second one can."""

from __future__ import annotations

from tests.benchmarks.environment import GRADIO, NICEGUI, Environment
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.programs.run import Said, first
from tests.benchmarks.programs.run import run as run_program
from tests.benchmarks.rounds import Times

ENGINES = ("gtk", "qt")
# By name: the program, its environment, and how many times as long it is to take at least, if there is such a goal.
OTHERS: dict[str, tuple[str, Environment, float | None]] = {
    "Gradio": ("gradio_app", GRADIO, 4.0),
    "NiceGUI": ("nicegui_app", NICEGUI, None),
}


def run() -> str:
    """Measure and return the section of the results."""
    return f"""## Start

From the start of the process until the answer to a first click is on the page and the next click has reached Python:
the same script in the page clicks in each, every 10 ms until it is answered. The control is the same page by hand in a
bare pywebview window with the stock bridge. Gradio {GRADIO.version("gradio")} runs its server in the same process,
behind a bare window; NiceGUI {NICEGUI.version("nicegui")} is in its native mode. All have their bytecode, as what is
installed has it. A second window is measured from the call that opens it, and beside the first of ours.

What ours takes longer is Python before its page begins to load: pydantic and what it imports, which is half of it, the
components, then the database, the log and the one instance (the session's modules are imported while the engine starts
the page). Then it is the page: it carries every component, some 490 kB, and asks Python what to show, where the
control's few lines have the buttons in them. On Qt a part of it is won back, as pywebview's own start is shortened
there (`engines/qt_enums.py`). To load the engine's library on a second thread meanwhile gave 35 ms on GTK and a
deadlock: a library that it loads takes a lock of GLib's, which may wait for the loader on another thread.

{table([figure for engine in ENGINES for figure in figures(engine, rounds=9)])}
"""


def figures(engine: str, rounds: int, *, others: bool = True) -> list[Figure]:
    """Measure so often on an engine, turn by turn."""
    took: dict[str, list[float]] = {"ours": [], "control": [], "second": [], "ours before": [], "control before": []}
    took.update({name: [] for name in OTHERS} if others else {})
    for number in range(rounds + 1):
        said = run_program("ours", engine, "second")
        took["ours"].append(first(said, "usable").at)
        took["second"].append(said[-1].at - first(said, "opening").at)
        took["ours before"].append(before_page(said))
        by_hand = run_program("control", engine)
        took["control"].append(first(by_hand, "usable").at)
        took["control before"].append(before_page(by_hand))
        for name, (program, environment, _) in OTHERS.items() if others and number < 4 else ():
            took[name].append(first(run_program(program, engine, python=environment.python()), "usable").at)
    times = {name: Times.of(all_times[1:]) for name, all_times in took.items()}  # a first round fills caches
    beside = {name: (times[name], goal) for name, (*_, goal) in OTHERS.items()} if others else {}
    return [
        Figure(f"start → usable, {engine.upper()}", times["ours"], times["control"], 1.2, beside),
        Figure(f"of it before the page, {engine.upper()}", times["ours before"], times["control before"]),
        Figure(f"second window → usable, {engine.upper()}", times["second"], times["ours"], 0.5),
    ]


def before_page(said: list[Said]) -> float:
    """The ms from the start of a program until its page began to load, whose own clock begins there."""
    usable = first(said, "usable")
    return usable.at - float(usable.value)
