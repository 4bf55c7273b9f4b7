"""Fixtures: the bundle, built once for all tests, and programs started from it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.bundle.make import megabytes
from tests.bundle.program import Program, clean_environment

ROOT = Path(__file__).resolve().parents[2]
Build = Callable[..., tuple[subprocess.CompletedProcess[str], Path]]
Start = Callable[..., Program]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Run the build.spec of a folder, by default ours, with settings given by name; return how it went, and where."""

    def run(root: Path = ROOT, **settings: object) -> tuple[subprocess.CompletedProcess[str], Path]:
        folder = tmp_path_factory.mktemp("build")
        (folder / "settings.json").write_text(json.dumps(settings))
        # What PyInstaller runs is no part of what is measured.
        environment = without_coverage() | {"DESKTOP_BUNDLE_SETTINGS": str(folder / "settings.json")}
        done = subprocess.run(
            [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", "--distpath", folder / "dist",
             "--workpath", folder / "work", root / "build.spec"],
            cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip
        return done, folder

    return run


@pytest.fixture(scope="session")
def bundle(build: Build, pytestconfig: pytest.Config) -> Path:
    """The program in the bundle that build.spec makes."""
    capture = pytestconfig.pluginmanager.getplugin("capturemanager")
    start = time.monotonic()
    with capture.global_and_fixture_disabled():
        print("\nbuilding the bundle (about half a minute)…", end="", flush=True)
    done, folder = build()
    assert done.returncode == 0, done.stdout
    program = folder / "dist" / "desktop-blocks" / "desktop-blocks"
    with capture.global_and_fixture_disabled():
        print(f" {time.monotonic() - start:.0f} s, {megabytes(program.parent):.1f} MB", flush=True)
    return program


def without_coverage() -> dict[str, str]:
    """Return our environment for programs that are no part of what is measured."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


@pytest.fixture
def start(bundle: Path, tmp_path: Path) -> Iterator[Start]:
    """Start the bundle with nothing but a screen, a home (kept from start to start within a test) and /usr/bin."""
    programs: list[Program] = []
    home = tmp_path / "home"
    home.mkdir()

    def run(*arguments: str) -> Program:
        programs.append(Program([str(bundle), *arguments], clean_environment(home), home))
        return programs[-1]

    yield run
    for program in programs:
        program.kill()
