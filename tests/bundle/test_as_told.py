"""The ways to a bundle that the pages tell, gone as a reader goes them: command by command, in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.bundle.conftest import without_coverage
from tests.bundle.program import Program, clean_environment
from tests.docs.pages import DOCS, ROOT, code_blocks

README = ROOT / "README.md"
# What is installed here already is found to be enough, or pip fails.
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def told(page: Path, *commands: str) -> list[str]:
    """Return the lines of the one block of a page that has all of these commands."""
    (code,) = [each.code for each in code_blocks(page, "sh") if all(command in each.code for command in commands)]
    return code.splitlines()


def typed(lines: list[str], folder: Path) -> str:
    """Type lines in a folder, with this Python's programs at hand, and return what was said; none of them may fail."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-eu", "-c", "\n".join(lines)], cwd=folder, env=without_coverage() | OFFLINE | {"PATH": path},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


def program_in(said: str) -> Path:
    """Return what is to be started, as the command says it."""
    found = re.search(r"^Start it: (.+)$", said, re.MULTILINE)
    assert found, said
    return Path(found[1])


def opens_and_closes(program: Path, title: str, environment: dict[str, str], home: Path) -> None:
    """Start a program, and close its window when there is text in it."""
    started = Program([str(program)], environment, home)
    try:
        started.press(started.window(title), "alt+F4")
        assert started.end() == 0, started.errors
    finally:
        started.kill()


def test_a_script_for_gradio_becomes_a_program_by_the_two_commands_of_the_readme(tmp_path: Path):
    """The smallest program of the README, with Gradio's import, is bundled where the README says, and starts.

    Both commands are the README's own. The first one, `pip install …`, finds what it asks for in the environment of
    this project, and fails if that lacks something.
    """
    script = code_blocks(README, "python")[0].code.replace("import desktop_app as gr", "import gradio as gr")
    assert script.startswith("import gradio as gr\n")
    assert script.endswith("\ndemo.launch()\n")
    folder, home = tmp_path / "work", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    (folder / "app.py").write_text(script, encoding="utf-8")
    lines = told(README, "pip install", "desktop-blocks bundle")
    assert [line.partition(" ")[0] for line in lines] == ["pip", "desktop-blocks"]
    program = program_in(typed(lines, folder))
    place = re.search(r"# makes (\S+),", lines[-1])
    assert place
    assert program.parent == folder / place[1]
    opens_and_closes(program, "Greeter", clean_environment(home), home)


def test_a_new_project_becomes_one_file(tmp_path: Path):
    """What Bundling tells from `new` to `bundle`, here with `--onefile`, makes a file that runs without Python.

    Its self-test passes, its window opens, its data is kept, and what it has unpacked goes with it. The line with `run`
    is left out: it ends when somebody closes its window.
    """
    lines = [line for line in told(DOCS / "bundling.md", "desktop-blocks new") if "desktop-blocks run" not in line]
    assert lines[0].startswith("desktop-blocks new ")
    assert lines[-1] == "desktop-blocks bundle app.py"
    program = program_in(typed([*lines[:-1], f"{lines[-1]} --onefile"], tmp_path))
    assert program.is_file()
    assert list(program.parent.iterdir()) == [program]
    home, unpacked = tmp_path / "home", tmp_path / "unpacked"
    home.mkdir()
    unpacked.mkdir()
    environment = clean_environment(home) | {"PATH": str(home), "TMPDIR": str(unpacked)}
    tried = subprocess.run(
        [program, "--self-test"], cwd=home, env=environment, capture_output=True, text=True, check=False
    )
    assert tried.returncode == 0, tried.stderr
    assert "self-test: passed" in tried.stderr
    assert list(home.iterdir()) == []
    opens_and_closes(program, "My App", environment, home)
    assert (home / ".local" / "share" / "my-app" / "state.db").is_file()
    assert list(unpacked.glob("_MEI*")) == []
