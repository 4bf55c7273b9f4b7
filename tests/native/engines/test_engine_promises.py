"""The engines' promises, kept by real windows on the screen DISPLAY names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
EVERYWHERE = [
    "bare",
    "closing",
    "crash",
    "external_links",
    "failing_handler",
    "messages",
    "nothing",
    "public_window",
    "reload",
    "stays",
]
NOISE = ("Traceback", "Release of profile requested", "Segmentation", "Aborted")


@pytest.mark.parametrize("scenario", EVERYWHERE)
@pytest.mark.parametrize("engine", ["gtk", "qt"])
def test_engine_promise(engine: str, scenario: str, tmp_path: Path) -> None:
    run(engine, scenario, tmp_path)


@pytest.mark.parametrize("engine", ["gtk", "qt"])
def test_local_storage_is_shared_and_survives_a_restart(engine: str, tmp_path: Path) -> None:
    run(engine, "store_first", tmp_path)
    run(engine, "store_again", tmp_path)


def run(engine: str, scenario: str, folder: Path) -> None:
    """Run the scenario in a process of its own, with a home and a browser of its own."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    opened = folder / "opened"
    browser = folder / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n')
    browser.chmod(0o755)
    if scenario == "external_links":
        os.mkfifo(opened)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment |= {"HOME": str(home), "BROWSER": f"{browser} %s", "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"}
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium refuses to run as root otherwise
    done = subprocess.run(
        [sys.executable, str(HERE / "run_scenario.py"), engine, scenario, str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )
    noise = [word for word in NOISE if word in done.stderr and scenario != "failing_handler"]
    if done.returncode or "ended" not in done.stdout or noise:
        pytest.fail(f"{scenario} on {engine}: exit code {done.returncode}\n{done.stdout}{done.stderr}", pytrace=False)
