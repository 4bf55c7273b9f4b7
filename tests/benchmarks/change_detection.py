"""How long it takes to see whether a value has changed: our `fingerprint` and Gradio's `deep_hash`, in one process."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, NamedTuple

from tests.benchmarks.environment import GRADIO
from tests.benchmarks.rounds import turn_by_turn

TEXT = """\
## Change detection

`desktop_app.state.fingerprint` and `gradio.utils.deep_hash` in one process, turn by turn:
median (shortest–longest) of 15 rounds. Gradio {gradio}, numpy {numpy}, pandas {pandas}.
The goal is five times as fast wherever both see the change.

| value | fingerprint | deep_hash | times as fast | fingerprint sees a change in place | deep_hash sees it |
|---|---|---|---|---|---|
{rows}

`deep_hash` does not look into a frame: a frame has no hash, so it takes the frame's `id`. That is quick, sees no change
in place, and takes every copy for a change. To compare like with like, it is also given the frame's columns as lists;
making the lists is not counted.
"""


class Value(NamedTuple):
    """A value to look at, a change of it in place, and what of it `deep_hash` is given."""

    name: str
    value: Any
    change: Callable[[Any], object]
    for_gradio: Any


def run() -> str:
    """Measure where Gradio is installed."""
    return GRADIO.run(__name__)


def values() -> list[Value]:
    """Make the values, the same ones every time."""
    import numpy
    import pandas

    chance = random.Random(1)
    numbers = [chance.random() if number % 2 else chance.randrange(10**9) for number in range(100_000)]
    texts = {f"key {chance.getrandbits(64):x}": f"text {chance.getrandbits(128):x}" for _ in range(10_000)}
    cells = numpy.random.default_rng(1).random((1000, 100))
    frame = pandas.DataFrame(cells, columns=[f"column {number}" for number in range(100)])

    def change_frame(frame: Any) -> None:
        frame.iloc[500, 50] += 1

    return [
        Value("a list of 100,000 numbers", numbers, lambda v: v.append(0), numbers),
        Value("a dict of 10,000 strings", texts, lambda v: v.update(new="text"), texts),
        Value("a 1,000 × 100 frame, `deep_hash` of its columns as lists", frame, change_frame, frame.to_dict("list")),
        Value("a 1,000 × 100 frame, `deep_hash` of the frame itself", frame, change_frame, frame),
    ]


def section() -> str:
    """Measure, and return the section of the results."""
    import gradio
    import numpy
    import pandas
    from gradio.utils import deep_hash

    from desktop_app.state.fingerprint import fingerprint

    rows = []
    for name, value, change, for_gradio in values():
        ours, theirs = turn_by_turn(lambda: fingerprint(value), lambda: deep_hash(for_gradio))  # noqa: B023
        before = fingerprint(value), deep_hash(for_gradio)
        change(value)
        if for_gradio is not value:
            for_gradio = value.to_dict("list")
        seen = fingerprint(value) != before[0], deep_hash(for_gradio) != before[1]
        faster = f"{theirs.median / ours.median:.3g} ×"
        rows.append(" | ".join(["", name, str(ours), str(theirs), faster, *map(_words, seen), ""]).strip())
    return TEXT.format(
        gradio=gradio.__version__, numpy=numpy.__version__, pandas=pandas.__version__, rows="\n".join(rows)
    )


def _words(seen: bool) -> str:
    return "yes" if seen else "**no**"


if __name__ == "__main__":
    print(section(), end="")
