"""Whatever change on the disk fails: the app starts, says what happened, and loses nothing it had acknowledged."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.durable.faulty import STATES, WAYS
from tests.soak import rounds


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("state", STATES)
def test_no_failing_change_loses_what_was_acknowledged_or_readable(
    state: str, way: str, faults: Path, tmp_path: Path, figure: Callable[[str], None]
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
    figure(f"faults: {program.stdout.strip()} injected ({way}; {state})")
    assert int(program.stdout) >= 60 // step
