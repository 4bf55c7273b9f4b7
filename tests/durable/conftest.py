"""Figures of the long tests, shown at the end."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("faults.c")


@pytest.fixture(scope="session")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets changes on the disk fail."""
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, SOURCE, "-ldl"], check=True)
    return library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store is to be: in a folder that is not there yet."""
    return tmp_path / "app" / "state.db"
