"""What cannot be bundled is refused with what to do about it, and nothing half-made is left behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.bundle import make
from tests.bundle.command import command
from tests.bundle.conftest import without_coverage
from tests.waiting import wait_until

LAUNCHES = "import desktop_app as gr\nwith gr.Blocks() as demo:\n    gr.Textbox()\ndemo.launch()\n"
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a script into a folder of its own."""

    def script(text: str) -> Path:
        path = tmp_path / "ein ördner" / "app.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return script


def left(script: Path) -> set[str]:
    """What is in the script's folder besides the script."""
    return {each.name for each in script.parent.iterdir()} - {script.name, "__pycache__"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("import desktop_app\nraise OSError('the network is not there')\n", "line 2.*the network is not there"),
        ("import nothing_of_the_kind\n", "No module named 'nothing_of_the_kind'"),
        ("def (:\n", "SyntaxError"),
        (
            "import desktop_app as gr\nwith gr.Blocks() as mine: pass\nwith gr.Blocks() as other: pass\n",
            r"without having launched an app. Add mine.launch",
        ),
        ("print('hello')\n", "without having launched an app"),
        ("raise SystemExit(3)\n", "ended before its launch"),
        ("import gradio as gr\ngr.Nothing()\n", "desktop-blocks has no gradio.Nothing"),
    ],
)
def test_a_script_that_does_not_come_to_its_launch(write: Write, text: str, says: str):
    """What it raised, with its line, or what is missing at its end."""
    script = write(text)
    status, said = command(script)
    assert status == 1
    assert re.search(says, said, re.DOTALL), said
    assert "app.py was run to see what it imports, but" in said
    assert left(script) == set()


def test_a_script_that_never_ends(write: Write, monkeypatch: pytest.MonkeyPatch):
    """It is ended, and the message says how long it had."""
    monkeypatch.setattr(make, "PROBE_LIMIT", 3)
    script = write("import time\nwhile True: time.sleep(1)\n")
    status, said = command(script)
    assert status == 1
    assert "it takes longer than 3 s to come to its launch()" in said
    assert left(script) == set()


def test_a_program_that_fails_its_self_test(write: Write):
    """A file that was not added is missing in the program: the end of what it said is shown, and how to add it."""
    (write(LAUNCHES).parent / "data.txt").write_text("there")
    script = write(f"from pathlib import Path\n(Path(__file__).parent / 'data.txt').read_text()\n{LAUNCHES}")
    status, said = command(script)
    assert status == 1
    assert "its self-test ended with status 1" in said
    assert "No such file or directory" in said
    assert "a file by --add" in said
    assert left(script) == {"data.txt"}


@pytest.mark.parametrize(
    ("module", "says"),
    [
        ("PyInstaller", 'PyInstaller is not installed. Install it with: pip install "desktop-blocks[bundle]"'),
        ("qtpy", 'pip install "desktop-blocks[qt]"'),
    ],
)
def test_what_is_not_installed(write: Write, monkeypatch: pytest.MonkeyPatch, module: str, says: str):
    """The message has the very line that installs it."""
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("desktop_app.desktop.engines.choose.find_spec", lambda name: None)
    if module == "qtpy":
        monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    script = write(LAUNCHES)
    status, said = command(script, "--engine", "qt")
    assert status == 1
    assert says in said
    assert left(script) == set()


def test_a_folder_that_cannot_be_written(write: Write):
    """Where a file stands in the way of the folder, also root cannot write."""
    script = write(LAUNCHES)
    (script.parent / "file").touch()
    status, said = command(script, "--out", "file/dist")
    assert status == 1
    assert "nothing can be written to" in said
    assert "Choose another by --out." in said
    assert left(script) == {"file"}


def test_pyinstaller_that_fails(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """The end of what it said is shown; the last bundle stays."""
    broken = tmp_path / "build.spec"
    broken.write_text("raise RuntimeError('the recipe is broken')")
    monkeypatch.setattr(make, "spec", lambda: broken)
    script = write(LAUNCHES)
    last = script.parent / "dist" / "app" / "_internal" / "desktop-blocks.json"
    last.parent.mkdir(parents=True)
    last.touch()
    status, said = command(script)
    assert status == 1
    assert "PyInstaller failed with status 1" in said
    assert "the recipe is broken" in said
    assert [each.name for each in (script.parent / "dist").iterdir()] == ["app"]
    assert last.is_file()


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM])
def test_one_who_has_enough_of_waiting(write: Write, which: signal.Signals):
    """Ctrl+C and SIGTERM end it, with what it has started, and nothing is left."""
    script = write("import time\nwhile True: time.sleep(1)\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "bundle", "app.py"],
        cwd=script.parent, env=without_coverage(), stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    wait_until(lambda: list(script.parent.glob("dist/.bundle-*/probe.log")), "the script to run", 20)
    os.kill(process.pid, which)
    _, said = process.communicate(timeout=20)
    assert process.returncode not in (0, None)
    assert "Traceback" not in said
    assert left(script) == set()
