"""Watching the files of a script, and loading it again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from desktop_app.run.launcher import Launcher
from desktop_app.run.reloader import Reloader
from desktop_app.run.script import Script
from desktop_app.run.sources import Sources, changed
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until

APP = """\
import desktop_app as gr
from reloaded_words import WORD

with gr.Blocks(title="App", css_paths="style.css") as demo:
    gr.Textbox(WORD, label="Word")
    gr.Button("Say")
"""


class Running:
    """A script of which a window is open, as under `desktop-blocks run --reload`."""

    def __init__(self, folder: Path) -> None:
        self.script = Script(folder / "app.py")
        launcher = Launcher(self.script, engine=None, windows=1, debug=False, reload=True, name=None)
        self.demo = launcher.app_of(self.script.execute())
        self.app = HeadlessApp(self.demo)
        self.window = self.app.open_window()
        self.reloader = Reloader(self.script, self.demo, launcher.app_of)

    def says(self, word: str) -> None:
        """Wait until the window shows a word."""
        wait_until(lambda: self.shown() == word, f"the word {word!r}, not {self.shown()!r}")

    def shown(self) -> object:
        """The word that it shows."""
        return self.window.page.root and self.window.value("Word")

    def stop(self) -> None:
        """Look at the files no more, and wait for the thread that does."""
        self.reloader.end()
        self.reloader._thread.join(5)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a script, a module of its own, and a style sheet, where the test runs as well."""
    folder = tmp_path / "ein Übungsordner"
    folder.mkdir()
    (folder / "app.py").write_text(APP)
    (folder / "reloaded_words.py").write_text("WORD = 'one'\n")
    (folder / "style.css").write_text("body { color: red }")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def running(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """The app of that script; afterwards everything is as it was."""
    monkeypatch.setattr(sys, "argv", list(sys.argv))
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    before = set(sys.modules)
    running = Running(folder)
    with running.app, running.reloader:
        yield running
    running.stop()
    for name in set(sys.modules) - before:
        if name.startswith("reloaded_"):
            del sys.modules[name]


def test_a_saved_module_is_shown(running: Running, folder: Path):
    """And saved again; one that was imported only then is watched, too."""
    (folder / "reloaded_words.py").write_text("WORD = 'two'\n")
    running.says("two")
    (folder / "reloaded_words.py").write_text("from reloaded_more import WORD\n")
    (folder / "reloaded_more.py").write_text("WORD = 'three'\n")
    running.says("three")
    (folder / "reloaded_more.py").write_text("WORD = 'four'\n")
    running.says("four")


def test_a_style_sheet_that_the_app_names_is_watched(running: Running, folder: Path):
    """The page gets it."""
    assert "red" in running.window.page.css
    (folder / "style.css").write_text("body { color: blue }")
    wait_until(lambda: "blue" in running.window.page.css, "the new style")


def test_an_editor_that_puts_a_new_file_in_place_of_the_old(running: Running, folder: Path):
    """It is missing for a moment, and nothing is loaded meanwhile."""
    (folder / "app.py").rename(folder / "app.py~")
    (folder / "new").write_text(APP.replace("WORD,", "'replaced',"))
    (folder / "new").rename(folder / "app.py")
    running.says("replaced")


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("WORD = (\n", "reloaded_words.py, line 1: SyntaxError: '(' was never closed"),
        ("WORD = 1 / 0\n", "reloaded_words.py, line 1: ZeroDivisionError: division by zero"),
        ("import reloaded_no\n", "reloaded_words.py, line 1: ModuleNotFoundError: No module named 'reloaded_no'"),
        ("import sys; sys.exit(3)\n", "app.py: RuntimeError: it ended by sys.exit(3)"),
    ],
)  # fmt: skip
def test_a_save_that_cannot_be_loaded(
    running: Running, folder: Path, capfd: pytest.CaptureFixture[str], bad: str, said: str
):
    """The window goes on with what it had, its modules are there, and the next good save takes over."""
    module, main = sys.modules["reloaded_words"], sys.modules["__main__"]
    (folder / "reloaded_words.py").write_text(bad)
    wait_until(lambda: running.window.toasts, "a toast")
    assert running.window.toasts == [said]
    assert sys.modules["reloaded_words"] is module
    assert sys.modules["__main__"] is main
    assert running.shown() == "one"
    assert "app.py goes on as it was" in capfd.readouterr().err
    (folder / "reloaded_words.py").write_text("WORD = 'fine again'\n")
    running.says("fine again")
    running.stop()  # what it prints after the test, `capfd` takes no more


def test_a_module_that_was_missing_is_noticed(running: Running, folder: Path):
    """Without saving the script once more."""
    (folder / "reloaded_words.py").write_text("from reloaded_later import WORD\n")
    wait_until(lambda: running.window.toasts, "a toast")
    (folder / "reloaded_later.py").write_text("WORD = 'later'\n")
    running.says("later")


def test_two_apps_after_a_save(running: Running, folder: Path):
    """The message is the one of a start."""
    (folder / "app.py").write_text(APP + "other = gr.Blocks()\n")
    wait_until(lambda: running.window.toasts, "a toast")
    assert "app.py makes 2 apps: demo, other." in running.window.toasts[0]


def test_what_belongs_to_a_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Modules of its folder, but for this package and the packages of an environment that lies in it."""
    for name, file in {
        "own_one": tmp_path / "own_one.py",
        "own_two": tmp_path / "inside" / "own_two.py",
        "installed": tmp_path / ".venv" / "lib" / "python3.11" / "site-packages" / "installed.py",
        "compiled": tmp_path / "compiled.so",
        "elsewhere": tmp_path.parent / "elsewhere.py",
    }.items():
        module = ModuleType(name)
        module.__file__ = str(file)
        monkeypatch.setitem(sys.modules, name, module)
    assert sorted(Sources(tmp_path / "app.py", tmp_path).modules()) == ["own_one", "own_two"]
    package = Path(sys.modules["desktop_app"].__file__ or "").parent
    assert not [name for name in Sources(package / "x.py", package).modules() if "gallery" not in name]


def test_which_files_were_written():
    """One that is new to the list was not; one that is gone was."""
    one, two = Path("one"), Path("two")
    assert changed({one: (1, 1)}, {one: (1, 1), two: (1, 1)}) == []
    assert changed({one: (1, 1), two: (1, 1)}, {one: (2, 1), two: None}) == [one, two]
