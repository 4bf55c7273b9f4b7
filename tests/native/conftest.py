"""Fixtures: an app in real windows, on both engines."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.native.native_app import NativeApp
from tests.native.site import Site

Start = Callable[..., NativeApp]
Opened = Callable[[], list[str]]


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
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Where links lead; nobody must come there."""
    with Site() as site:
        monkeypatch.setenv("TEST_SITE", site.url)
        yield site


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Return the links that were handed to the system, by the program that this system has for it."""
    said = tmp_path / "opened"
    said.touch()
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$*" >>"{said}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.delenv("BROWSER", raising=False)
    return lambda: said.read_text().splitlines()
