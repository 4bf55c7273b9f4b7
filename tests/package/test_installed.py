"""The wheel and the source archive, each installed by pip alone into an empty environment without Node."""

from __future__ import annotations

import json
import os
import subprocess
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bundle.program import Program, clean_environment
from tests.package.conftest import only


@pytest.fixture(scope="module", params=["*.whl", "*.tar.gz"], ids=["wheel", "archive"])
def installed(request: pytest.FixtureRequest, distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that has one of the two and what it needs for GTK."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder / "venv", with_pip=True)
    asked = folder / "node was asked for"
    for name in ("node", "npm", "npx"):
        program = folder / "no node" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\ntouch '{asked}'\nexit 127\n")
        program.chmod(0o755)
    pip = [folder / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, f"{only(distributions, request.param)}[gtk]"],
        env=environment(folder), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert not asked.exists()
    return folder / "venv" / "bin"


def environment(folder: Path) -> dict[str, str]:
    """Ours, with a Node that does not work, and nothing of this Python's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "PYTHON"))}
    return kept | {"PATH": f"{folder / 'no node'}:/usr/bin:/bin"}


@pytest.fixture
def program(installed: Path, tmp_path: Path) -> Iterator[Program]:
    """The gallery, started as its user does it."""
    started = Program([str(installed / "desktop-blocks")], clean_environment(tmp_path), tmp_path)
    yield started
    started.kill()


def test_the_gallery_opens_an_example(program: Program) -> None:
    """In native windows, from what was installed."""
    gallery = program.window("Gallery")
    program.press(gallery, "Tab", "Return")
    program.press(program.window("Visitors"), "alt+F4")
    program.press(gallery, "alt+F4")
    assert program.end() == 0, program.errors


def test_the_doctor_finds_the_page_and_the_engine(installed: Path, tmp_path: Path) -> None:
    """What is installed is the version that was built, its page is there, and GTK shows it."""
    command = [installed / "desktop-blocks", "doctor", "--json"]
    done = subprocess.run(command, env=clean_environment(tmp_path), cwd=tmp_path, capture_output=True, check=False)
    checks = {check["name"]: check["result"] for check in json.loads(done.stdout)["checks"]}
    assert (checks["page"], checks["gtk window"], checks["gtk localStorage"]) == ("ok", "ok", "ok")


def test_it_can_bundle(installed: Path, tmp_path: Path) -> None:
    """It has the recipe, and says by which line PyInstaller is installed."""
    (tmp_path / "app.py").write_text("import desktop_app as gr\nwith gr.Blocks() as demo: pass\ndemo.launch()\n")
    where = "from desktop_app.bundle.make import spec; print(spec())"
    found = subprocess.run(
        [installed / "python", "-c", where], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert Path(found.stdout.strip()).parts[-3:] == ("desktop_app", "bundle", "build.spec")
    done = subprocess.run(
        [installed / "desktop-blocks", "bundle", "app.py"],
        env=clean_environment(tmp_path), cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert 'pip install "desktop-blocks[bundle]"' in done.stderr
