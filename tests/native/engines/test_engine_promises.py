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
    "clicked_links",
    "closing",
    "crash",
    "elsewhere",
    "failing_handler",
    "messages",
    "nothing",
    "public_window",
    "reload",
    "stays",
]
FAILING_ON_PURPOSE = ("failing_handler", "stock_messages")
NOISE = ("Traceback", "Release of profile requested", "Segmentation", "Aborted")


@pytest.mark.parametrize("scenario", EVERYWHERE)
@pytest.mark.parametrize("engine", ["gtk", "qt"])
def test_engine_promise(engine: str, scenario: str, tmp_path: Path) -> None:
    run(engine, scenario, tmp_path)


@pytest.mark.parametrize("engine", ["gtk", "qt"])
def test_local_storage_is_shared_and_survives_a_restart(engine: str, tmp_path: Path) -> None:
    run(engine, "store_first", tmp_path)
    run(engine, "store_again", tmp_path)


def test_the_stock_engine_passes_messages(tmp_path: Path) -> None:
    run("stock", "stock_messages", tmp_path)


def run(engine: str, scenario: str, folder: Path) -> None:
    """Run the scenario in a process of its own, with a home and a browser of its own."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    opened = folder / "opened"
    browser = folder / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n')
    browser.chmod(0o755)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment |= {"HOME": str(home), "BROWSER": f"{browser} %s", "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"}
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium refuses to run as root otherwise
    # Into a file: a page that never ends holds a pipe open for longer than the app lives.
    with (folder / "output").open("w+") as output:
        done = subprocess.run(
            [sys.executable, str(HERE / "run_scenario.py"), engine, scenario, str(folder)],
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=60,
        )
        output.seek(0)
        said = output.read()
    noise = [word for word in NOISE if word in said and scenario not in FAILING_ON_PURPOSE]
    if done.returncode or "ended" not in said or noise:
        pytest.fail(f"{scenario} on {engine}: exit code {done.returncode} {noise}\n{said}", pytrace=False)
