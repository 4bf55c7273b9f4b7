"""Whatever change on the disk fails: the app starts, says what happened, and loses nothing it had acknowledged."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.durable.faulty import STATES, WAYS
from tests.soak import rounds


@pytest.fixture(scope="module")
def injected(figure: Callable[[str], None]) -> Iterator[list[int]]:
    """Takes how many faults each test injected."""
    numbers: list[int] = []
    yield numbers
    figure(f"faults: {sum(numbers)} injected, {len(STATES)} states of the file × {len(WAYS)} ways; nothing lost")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("state", STATES)
def test_no_failing_change_loses_what_was_acknowledged_or_readable(
    state: str, way: str, faults: Path, tmp_path: Path, injected: list[int]
) -> None:
    """One start, four writes and one end, again and again, each with another change on the disk that fails."""
    step = rounds(5, 1)
    first = 1 + list(WAYS).index(way) % step  # the ways begin apart, so that together they meet every change
    program = subprocess.run(
        [sys.executable, "-m", "tests.durable.faulty", tmp_path, state, way, str(first), str(step)],
        env={**os.environ, "LD_PRELOAD": str(faults)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert program.returncode == 0, program.stdout
    injected.append(int(program.stdout))
    assert injected[-1] >= 60 // step
