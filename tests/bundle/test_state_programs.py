"""The four programs of the gallery from a bundle: what the native tests promise holds without Python around."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.bundle.conftest import ROOT, Build
from tests.native.conftest import Start
from tests.native.native_app import NativeApp
from tests.native.test_state_programs import (
    test_each_window_has_a_cart_of_its_own,
    test_objects_of_sessions_come_and_go_with_them,
    test_visitors_are_counted_over_all_windows,
    test_what_was_entered_is_there_at_the_next_start,
)

__all__ = [
    "test_each_window_has_a_cart_of_its_own",
    "test_objects_of_sessions_come_and_go_with_them",
    "test_visitors_are_counted_over_all_windows",
    "test_what_was_entered_is_there_at_the_next_start",
]


@pytest.fixture(scope="module")
def program(build: Build) -> Path:
    """A bundle, made by build.spec, that does what the native tests say."""
    done, folder = build(script=str(ROOT / "tests" / "bundle" / "driver.py"))
    assert done.returncode == 0, done.stdout
    return folder / "dist" / "desktop-blocks" / "desktop-blocks"


@pytest.fixture
def start(program: Path, tmp_path: Path) -> Iterator[Start]:
    """Start an example from the bundle; each start within a test has the same home."""
    with ExitStack() as apps:
        yield lambda module: apps.enter_context(NativeApp("gtk", module, tmp_path / "home", program))
