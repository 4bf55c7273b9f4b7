"""Fixtures: an app in real windows, on both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.native.native_app import NativeApp

Start = Callable[[str], NativeApp]
FIGURES = pytest.StashKey[list[str]]()


@pytest.fixture(params=["gtk", "qt"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Start]:
    """Start the `demo` of a module; each start within a test has the same home."""
    with ExitStack() as apps:
        yield lambda module: apps.enter_context(NativeApp(request.param, module, tmp_path / "home"))


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Takes a line to show at the end."""
    return request.config.stash.setdefault(FIGURES, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show the figures."""
    figures = config.stash.get(FIGURES, [])
    if figures:
        terminalreporter.section("native windows")
        for line in figures:
            terminalreporter.line(line)
