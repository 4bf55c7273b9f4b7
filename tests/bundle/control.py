"""What PyInstaller's defaults make of a window of pywebview's that says hello: bundles are compared with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.bundle.conftest import without_coverage

HELLO = 'import webview\nwebview.create_window("hello", html="<h1>hello</h1>")\nwebview.start(gui="{engine}")\n'


def control(folder: Path, engine: str, *options: str) -> Path:
    """Make it in a folder, with these options besides, and return the folder that it is."""
    script = folder / "hello.py"
    script.write_text(HELLO.format(engine=engine))
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR", *options, script.name],
        cwd=folder, env=without_coverage(), check=True, capture_output=True,
    )  # fmt: skip
    return folder / "dist" / "hello"
