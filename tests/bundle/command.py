"""`desktop-blocks bundle` as an author gives it."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from desktop_app.cli import main


def command(script: Path, *words: str) -> tuple[int, str]:
    """Bundle a script from within its folder; return the status, and all that was printed."""
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
        patch.chdir(script.parent)
        for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
            patch.delenv(name)  # what PyInstaller runs is no part of what is measured
        return main(["bundle", script.name, *words]), said.getvalue()
