"""After any kill a value is the last acknowledged one or the one being written; never torn, never older."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak import rounds

ROOT = Path(__file__).resolve().parents[2]


def test_a_killed_app_starts_with_what_was_acknowledged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A whole app, headless, writes a persisted GlobalState and a BrowserState, and is killed at random moments."""
    count = rounds(60, 300)
    done = subprocess.run(
        [sys.executable, "-m", "tests.durable.app_rounds", str(count), str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    with capsys.disabled():
        print(
            f"\n{found['rounds']} kills of an app, {found['writes']} writes; {found['landed']} were kept unacknowledged"
        )
    assert found["wrong"] == []
    assert found["writes"] > count
