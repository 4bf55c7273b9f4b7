"""Starting where something is missing: one message that says what to do, and status 1."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def start(
    *, root: Path = ROOT, python: str = sys.executable, **variables: str | None
) -> subprocess.CompletedProcess[str]:
    """Run the command with these variables set, or removed for None."""
    environment = {**os.environ, "PYTHONPATH": str(root), **{k: v for k, v in variables.items() if v is not None}}
    for name in [name for name, value in variables.items() if value is None]:
        environment.pop(name, None)
    return subprocess.run(
        [python, "-m", "desktop_app"],
        env=environment, cwd=root, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def assert_one_message(done: subprocess.CompletedProcess[str], *parts: str) -> None:
    """The command ended with status 1 and a message with these parts, no traceback."""
    assert done.returncode == 1
    assert done.stderr.startswith("desktop-blocks: ")
    assert "Traceback" not in done.stderr
    for part in parts:
        assert part in done.stderr


def test_without_a_display():
    """It says how to get one."""
    assert_one_message(start(DISPLAY=None, WAYLAND_DISPLAY=None), "xvfb-run")


def test_with_a_display_that_does_not_answer():
    """It names the display."""
    assert_one_message(start(DISPLAY=":4711", WAYLAND_DISPLAY=None), ":4711")


def test_without_an_engine(tmp_path: Path):
    """It says what to install, and never names the registry's desktop-app."""
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if not package.name.lower().startswith(("gi", "pygobject", "pyqt", "qtpy", "__")) and package.suffix != ".pth":
            (tmp_path / package.name).symlink_to(package)
    venv.create(tmp_path / "bare", with_pip=False)
    done = start(python=str(tmp_path / "bare" / "bin" / "python"), PYTHONPATH=f"{ROOT}{os.pathsep}{tmp_path}")
    assert_one_message(done, 'pip install "desktop-blocks[gtk]"', 'pip install "desktop-blocks[qt]"')
    assert "desktop-app" not in done.stderr


def test_without_a_page(tmp_path: Path):
    """It says how to build it, and no blank window opens."""
    shutil.copytree(ROOT / "desktop_app", tmp_path / "desktop_app", ignore=shutil.ignore_patterns("index.html"))
    assert_one_message(start(root=tmp_path), "The page is missing", "`make page`")


def test_an_unknown_engine():
    """It names those that there are."""
    assert_one_message(start(DESKTOP_APP_ENGINE="lynx"), "lynx", "gtk and qt")
