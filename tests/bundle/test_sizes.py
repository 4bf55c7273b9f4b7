"""How large the gallery's bundle is, and how quickly it starts, beside controls made in the same run."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import pytest

from desktop_app.bundle.make import megabytes
from tests.bundle.conftest import ROOT, Build
from tests.bundle.control import control
from tests.bundle.program import Program, clean_environment

MOST_OF_A_FOLDER, MOST_OF_A_FILE = 55, 25  # megabytes
STARTS = 5


def test_the_gallery_on_gtk_is_small(
    build: Build, bundle: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """55 MB at most as a folder, 25 MB as one file."""
    done, folder = build(onefile=True)
    assert done.returncode == 0, done.stdout
    one, many = megabytes(folder / "dist" / "desktop-blocks"), megabytes(bundle.parent)
    hello = megabytes(control(tmp_path, "gtk", "--exclude-module=PyQt6"))
    with capfd.disabled():
        print(f"\ngallery on GTK: {many:.1f} MB as a folder, {one:.1f} MB as one file; ", end="")
        print(f"the control, a bare hello by PyInstaller's defaults: {hello:.1f} MB")
    assert many <= MOST_OF_A_FOLDER
    assert one <= MOST_OF_A_FILE


def test_the_start_is_told(bundle: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """From the start to a window with text in it, beside the same from the sources; told, as times vary."""
    commands = {"bundle": [str(bundle)], "script": [sys.executable, str(ROOT / "desktop_app" / "__main__.py")]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(STARTS):
        for name, command in commands.items():
            home = tmp_path / f"{name}{number}"
            home.mkdir()
            begun = time.monotonic()
            program = Program(command, clean_environment(home) | {"PYTHONPATH": str(ROOT)}, home)
            try:
                window = program.window("Gallery")
                times[name].append(time.monotonic() - begun)
                program.press(window, "alt+F4")
                assert program.end() == 0, program.errors
            finally:
                program.kill()
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    with capfd.disabled():
        print(f"\nstart to text, median of {STARTS}: bundle {middle['bundle']:.2f} s, ", end="")
        print(f"script {middle['script']:.2f} s, {middle['bundle'] / middle['script'] - 1:+.0%}")
