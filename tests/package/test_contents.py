"""What is in the wheel and in the source archive."""

from __future__ import annotations

import re
from email.message import Message
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop_app import __version__
from tests.package.conftest import ROOT, only

PAGE = "desktop_app/page/index.html"
RECIPE = "desktop_app/bundle/build.spec"


@pytest.fixture(scope="session")
def metadata(wheel: ZipFile) -> Message:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return Parser().parsestr(wheel.read(name).decode())


def test_the_wheel_carries_the_built_page(wheel: ZipFile) -> None:
    assert wheel.read(PAGE) == (ROOT / PAGE).read_bytes()


def test_the_wheel_is_the_package_and_nothing_else(wheel: ZipFile) -> None:
    assert {name.partition("/")[0] for name in wheel.namelist()} == {
        "desktop_app",
        f"desktop_blocks-{__version__}.dist-info",
    }
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "desktop_app").rglob("*.py")}
    parts = {str(path.relative_to(ROOT)) for path in (ROOT / "desktop_app/page/parts").glob("*.js")}
    assert modules | parts | {PAGE, "desktop_app/py.typed", RECIPE} == {
        name for name in wheel.namelist() if name.startswith("desktop_app/")
    }


def test_the_wheel_carries_the_recipe_of_bundles(wheel: ZipFile) -> None:
    assert wheel.read(RECIPE) == (ROOT / "build.spec").read_bytes()


def test_the_wheel_says_what_it_is_and_needs(metadata: Message) -> None:
    assert metadata["Name"] == "desktop-blocks"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.10"
    needed = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert {re.split(r"[^\w-]", line)[0] for line in needed} == {"pywebview", "platformdirs", "pydantic"}
    assert set(metadata.get_all("Provides-Extra", [])) == {"gtk", "qt", "bundle", "redis", "secrets", "dev"}


def test_the_wheel_brings_the_command(wheel: ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "desktop-blocks = desktop_app.cli:main" in wheel.read(name).decode()


def test_the_archive_has_the_sources_and_the_page(archive: list[str]) -> None:
    wanted = [PAGE, "assets/package-lock.json", "assets/.npmrc", "assets/src/main.ts", "hatch_build.py", "build.spec"]
    wanted += ["Makefile", ".ci/run", "README.md", "LICENSE", "tests/package/test_contents.py"]
    wanted += ["docs/first-app.md", "docs/api/state.md", "docs/reference/groups.py"]
    assert [name for name in wanted if name not in archive] == []


def test_the_archive_has_nothing_that_was_made(archive: list[str], distributions: Path) -> None:
    assert [name for name in archive if "node_modules" in name or "__pycache__" in name or ".venv" in name] == []
    assert only(distributions, "*.tar.gz").stat().st_size < 2_000_000
