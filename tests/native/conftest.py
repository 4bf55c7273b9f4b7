"""Fixtures: an app in real windows, on both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.native.native_app import NativeApp

Start = Callable[..., NativeApp]
FIGURES = pytest.StashKey[list[str]]()


@pytest.fixture(params=["gtk", "qt"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Start]:
    """Start the `demo` of a module, with these words; each start within a test has the same home."""
    with ExitStack() as apps:

        def begin(module: str, *arguments: str, folder: Path | None = None, **variables: str) -> NativeApp:
            home = tmp_path / "home"
            app = NativeApp(request.param, module, home, arguments=arguments, folder=folder, **variables)
            return apps.enter_context(app)

        yield begin


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
