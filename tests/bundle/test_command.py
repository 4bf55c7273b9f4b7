"""`desktop-blocks bundle`: from a script as it was written for Gradio to a program that runs without Python."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

from tests.bundle.command import command
from tests.bundle.program import Program, clean_environment, xdotool
from tests.bundle.scripts import write_greeter

NAME = "Grüß Gott"
UNLAUNCHED = """
import gradio as gr

with gr.Blocks(title="Left to us") as demo:
    gr.Markdown("# A heading with enough letters of many sizes to be seen")
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The greeter's bundle, made by the command as its author gives it, and what the command printed."""
    script = write_greeter(tmp_path_factory.mktemp("bundle") / "mein ördner")
    (script.parent / "pyproject.toml").write_text('[project]\nversion = "1.2.3"\n', encoding="utf-8")
    words = ["--name", NAME, "--add", "dätä", "--icon", "das bïld.png", "--app-id", "greeter", "--out", "das Zïel"]
    status, said = command(script, *words)
    assert status == 0, said
    return script.parent / "das Zïel" / NAME, said


def test_it_says_what_it_does_and_where_the_program_is(made: tuple[Path, str]):
    """Progress while it works, then the place, the size, and that it works."""
    folder, said = made
    assert "Running mein prögramm.py to see what it imports" in said
    assert "PyInstaller makes the bundle" in said
    assert f"{folder}: " in said
    assert f"Start it: {folder / NAME}" in said


def test_nothing_but_the_bundle_is_left(made: tuple[Path, str]):
    """No work folders, no cache, no recipe beside the script."""
    folder, _ = made
    assert [each.name for each in folder.parent.iterdir()] == [NAME]
    assert sorted(each.name for each in folder.parent.parent.iterdir() if each.name != "__pycache__") == sorted(
        ["das Zïel", "das bïld.png", "dätä", "mein prögramm.py", "pyproject.toml", "spräche.py"]
    )


@pytest.fixture
def program(made: tuple[Path, str], tmp_path: Path) -> Iterator[Program]:
    """The bundle, started with nothing but a screen, a home and /usr/bin."""
    started = Program([str(made[0] / NAME)], clean_environment(tmp_path), tmp_path)
    yield started
    started.kill()


def test_it_runs_without_python_and_without_gradio(program: Program, tmp_path: Path):
    """A script that says `import gradio`, imports by name, and reads a file beside itself, shows its window."""
    window = program.window("Grüße")
    icon = subprocess.run(["xprop", "-id", window, "_NET_WM_ICON"], capture_output=True, text=True, check=True).stdout
    assert "Icon (48 x 48)" in icon
    program.press(window, "alt+F4")
    assert program.end() == 0
    assert (tmp_path / ".local" / "share" / "greeter" / "state.db").is_file()


def test_what_it_is_called_is_in_it(made: tuple[Path, str]):
    """Its name, its version and the app's id; Help → About says them."""
    facts = (made[0] / "_internal" / "desktop-blocks.json").read_text(encoding="utf-8")
    assert '"version": "1.2.3"' in facts
    assert '"app_id": "greeter"' in facts


def test_only_what_the_script_imports_is_in_it(made: tuple[Path, str]):
    """None of the tools and extras that this environment has besides, and neither gallery nor command."""
    inside = {each.name.partition(".")[0].partition("-")[0] for each in (made[0] / "_internal").iterdir()}
    assert inside.isdisjoint({"cryptography", "keyring", "redis", "numpy", "pandas", "polars", "PyQt6", "cairo"})
    assert not (made[0] / "_internal" / "desktop_app" / "gallery").exists()
    modules = CArchiveReader(str(made[0] / NAME)).open_embedded_archive("PYZ.pyz").toc
    assert {"desktop_app.app", "spräche"} <= set(modules)
    ours = {
        name for name in modules if name.startswith(("desktop_app.cli", "desktop_app.gallery", "desktop_app.testing"))
    }
    assert ours == set()
    assert {"gradio", "rich", "pygments", "pytest", "PyInstaller"}.isdisjoint(
        name.partition(".")[0] for name in modules
    )


def test_the_self_test_touches_nothing_of_the_users(made: tuple[Path, str], tmp_path: Path):
    """It passes with status 0, shows nobody a window, and leaves the home as it was."""
    program = Program([str(made[0] / NAME), "--self-test"], clean_environment(tmp_path), tmp_path)
    seen: set[str] = set()
    try:
        while program.running:
            seen |= set(xdotool("search", "--onlyvisible", "--name", "Grüße|Self-test").split())
        assert program.end() == 0, program.errors
        assert "self-test: passed" in program.errors
    finally:
        program.kill()
    assert seen == set()
    assert list(tmp_path.iterdir()) == []


def test_a_script_that_leaves_the_launch_to_us(tmp_path: Path):
    """As `run` shows the one app that a script binds to a name, so does its bundle, whatever the script is called."""
    script = tmp_path / "begin.py"  # the scripts that build.spec puts around it have no such names
    script.write_text(UNLAUNCHED, encoding="utf-8")
    status, said = command(script)
    assert status == 0, said
    program = Program([str(tmp_path / "dist" / "begin" / "begin")], clean_environment(tmp_path), tmp_path)
    try:
        program.press(program.window("Left to us"), "alt+F4")
        assert program.end() == 0, program.errors
    finally:
        program.kill()
