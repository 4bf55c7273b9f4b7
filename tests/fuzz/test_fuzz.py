"""A coverage-guided fuzzer speaks for the page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.soak import rounds

ROOT = Path(__file__).resolve().parents[2]
SECONDS = rounds(10, 600)


def test_no_message_that_a_fuzzer_finds_does_harm(tmp_path: Path):
    """Nothing is raised, nothing that the page cannot reach changes, and memory stays within its limit."""
    # Measuring coverage in the usual way would be in the way of the fuzzer's own.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.messages", str(SECONDS), str(tmp_path)],
        cwd=ROOT, env=environment, capture_output=True, text=True, errors="replace", check=False, timeout=SECONDS + 120,
    )  # fmt: skip
    found = [file.read_bytes() for file in tmp_path.glob("crash-*")]
    assert done.returncode == 0, f"{found}\n{done.stderr[-6000:]}"
    runs = re.search(r"stat::number_of_executed_units:\s+(\d+)", done.stderr)
    assert runs is not None
    assert int(runs[1]) > 1000
