"""The gallery as a program of its own on Qt; `make test-all` runs it, as it takes a minute."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.bundle.make import megabytes, try_out
from tests.bundle.conftest import Build
from tests.bundle.control import control
from tests.bundle.program import Program, clean_environment
from tests.bundle.starts import told_starts

MOST = 0.6  # of the control


@pytest.fixture(scope="module")
def bundle(build: Build) -> Path:
    """The program in the bundle that build.spec makes for Qt."""
    done, folder = build(engine="qt")
    assert done.returncode == 0, done.stdout
    return folder / "dist" / "desktop-blocks" / "desktop-blocks"


@pytest.fixture
def program(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The bundle, started with nothing but a screen, a home and /usr/bin."""
    started = Program([str(bundle)], clean_environment(tmp_path), tmp_path)
    yield started
    started.kill()


def test_the_gallery_opens_shows_an_example_and_closes_cleanly(program: Program) -> None:
    """As on GTK, without Python or the repository around it."""
    gallery = program.window("Gallery")
    program.press(gallery, "Tab", "Return")
    visitors = program.window("Visitors")
    program.press(visitors, "alt+F4")
    program.press(gallery, "alt+F4")
    assert program.end() == 0


def test_its_self_test_passes(bundle: Path, tmp_path: Path) -> None:
    """An event and a stored value go there and back."""
    try_out(bundle, tmp_path)


def test_it_is_small(bundle: Path, tmp_path: Path, figure: Callable[[str], None]) -> None:
    """At most 60 % of what PyInstaller's defaults make of a bare hello."""
    ours, hello = megabytes(bundle.parent), megabytes(control(tmp_path, "qt"))
    figure(
        f"gallery on Qt: {ours:.1f} MB; the control, a bare hello by PyInstaller's defaults: {hello:.1f} MB; "
        f"{ours / hello:.0%} of it"
    )
    assert ours <= MOST * hello


def test_the_start_is_told(bundle: Path, tmp_path: Path, figure: Callable[[str], None]) -> None:
    """From the start to a window with text in it, beside the same from the sources; told, as times vary."""
    figure(told_starts(bundle, "qt", tmp_path))
