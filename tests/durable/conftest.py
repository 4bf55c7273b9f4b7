"""Figures of the long tests, shown at the end."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

FIGURES = pytest.StashKey[list[str]]()
SOURCE = Path(__file__).with_name("faults.c")


@pytest.fixture(scope="session")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets changes on the disk fail."""
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, SOURCE, "-ldl"], check=True)
    return library


@pytest.fixture(scope="session")
def figure(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Takes a line to show at the end."""
    return request.config.stash.setdefault(FIGURES, []).append


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store is to be: in a folder that is not there yet."""
    return tmp_path / "app" / "state.db"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show the figures."""
    figures = config.stash.get(FIGURES, [])
    if figures:
        terminalreporter.section("durable store")
        for line in figures:
            terminalreporter.line(line)
