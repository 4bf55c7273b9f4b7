"""`desktop-blocks run` in real windows: scripts as their authors write them, in folders with any name."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from desktop_app import cli
from tests.native.conftest import Start
from tests.native.native_app import NativeApp, NativeWindow
from tests.waiting import wait_until

# As it is found in many places: nothing in it says that it is to become a desktop program.
GRADIO_SCRIPT = """\
import gradio as gr
import gradio.themes
from gradio.components import Textbox


def greet(name, intensity):
    return "Hello, " + name + "!" * int(intensity)


with gr.Blocks(theme=gradio.themes.Soft(), title="Grüße") as demo:
    name = Textbox(label="Name")
    intensity = gr.Slider(1, 10, value=3, step=1, label="Intensity")
    out = gr.Textbox(label="Greeting")
    gr.Button("Greet").click(fn=greet, inputs=[name, intensity], outputs=out, api_name="greet")

if __name__ == "__main__":
    demo.launch(share=False, server_port=7860)
"""
COUNTER = """\
import gradio as gr
from step import STEP

everyone = gr.GlobalState(0, key="everyone")


def put(mine):
    everyone.update(lambda total: total + STEP)
    return mine + STEP, f"{mine + STEP} of {everyone.value}"


with gr.Blocks(title="Counter") as demo:
    mine = gr.State(0)
    note = gr.Textbox(label="Note")
    count = gr.Textbox(label="Count")
    gr.Button("Put").click(put, mine, [mine, count])
"""
CLOSING = """\
    try:
        demo.launch()
        print("after the windows of", STEP)
    finally:
        print("closed what", STEP, "needs")
""".splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of an author's, where nothing is as simple as in ours."""
    folder = tmp_path / "Meine Übungen für Größeres"
    folder.mkdir()
    return folder


def run(start: Start, script: Path, *options: str) -> NativeApp:
    """Run a script by the command; its engine is the fixture's."""
    return start("desktop-blocks", "run", *options, str(script), DESKTOP_APP_ENGINE="")


def save(file: Path, text: str, *windows: NativeWindow) -> None:
    """Save a file, and wait until the windows show what has come of it."""
    before = [window.session() for window in windows]
    file.write_text(text, encoding="utf-8")

    def shown() -> bool:
        now = [window.session() for window in windows]
        return "" not in now and not set(now) & set(before)

    wait_until(shown, f"{file.name} to be loaded again")


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    """The engine of the app that `start` starts."""
    return str(request.node.callspec.params["start"])


def test_a_script_written_for_gradio_runs_as_it_is(start: Start, engine: str, folder: Path):
    """Without Gradio, from a folder with spaces and umlauts, and its launch arguments for a server do no harm."""
    script = folder / "Übung 1.py"
    script.write_text(GRADIO_SCRIPT, encoding="utf-8")
    app = run(start, script, "--engine", engine)
    [window] = app.windows(1)
    window.type("Name", "Ada")
    window.click("Greet")
    window.wait_for("Greeting", "Hello, Ada!!!")
    window.close()
    assert app.end() == 0


def test_several_windows_from_the_start(start: Start, engine: str, folder: Path):
    """`--windows 2` opens two, each with a session of its own; a script that does not launch is launched."""
    script = folder / "app.py"
    (folder / "step.py").write_text("STEP = 1\n")
    script.write_text(COUNTER)
    app = run(start, script, "--engine", engine, "--windows", "2")
    one, other = app.windows(2)
    assert one.session() != other.session()
    one.click("Put")
    one.wait_for("Count", "1 of 1")
    other.click("Put")
    other.wait_for("Count", "1 of 2")


def test_saving_shows_the_new_app_in_the_same_windows(start: Start, engine: str, folder: Path):
    """The windows stay, and so does what they hold: what was typed, the session's state and the app's."""
    script, step = folder / "Zähler App.py", folder / "step.py"
    script.write_text(COUNTER)
    step.write_text("STEP = 1\n")
    app = run(start, script, "--engine", engine, "--reload", "--windows", "2")
    windows = app.windows(2)
    handles = [window.handle for window in windows]
    one, other = windows
    one.type("Note", "still here")
    one.click("Put")
    one.wait_for("Count", "1 of 1")
    other.click("Put")
    other.wait_for("Count", "1 of 2")

    save(script, COUNTER.replace('"Put"', '"Add"').replace("Counter", "Zähler"), *windows)
    assert [window.handle for window in app.windows(2)] == handles
    one.wait_for("Note", "still here")
    one.wait_for("Count", "1 of 1")
    one.click("Add")
    one.wait_for("Count", "2 of 3")

    save(step, "STEP = 10\n", *windows)  # a module of its own
    other.click("Add")
    other.wait_for("Count", "11 of 13")
    one.close()
    other.close()
    assert app.end() == 0


def test_a_script_that_cannot_be_loaded_again(start: Start, engine: str, folder: Path):
    """The windows go on with the old app and say what is wrong; the next good save takes over."""
    script = folder / "app.py"
    (folder / "step.py").write_text("STEP = 1\n")
    script.write_text(COUNTER)
    app = run(start, script, "--engine", engine, "--reload")
    [window] = app.windows(1)
    window.click("Put")
    window.wait_for("Count", "1 of 1")
    script.write_text(COUNTER + "\nnonsense\n")
    window.wait_for_text("app.py, line 18: NameError: name 'nonsense' is not defined")
    assert "Traceback" not in window.evaluate("document.documentElement.outerHTML")
    assert "line 18, in <module>\n    nonsense\n" in app.log
    window.click("Put")
    window.wait_for("Count", "2 of 2")
    save(script, COUNTER.replace('"Put"', '"Add"'), window)
    window.click("Add")
    window.wait_for("Count", "3 of 3")
    window.close()
    assert app.end() == 0


def test_an_app_that_a_function_makes_and_launches(start: Start, engine: str, folder: Path):
    """It is loaded again like any other; what is around its launch stays open while its windows are."""
    script = folder / "app.py"
    lines = [f"    {line}" for line in COUNTER.splitlines()]
    source = "\n".join(["def main():", *lines, *CLOSING, "", "", "main()", ""])
    source = source.replace("from step import STEP", "STEP = 1")
    script.write_text(source)
    app = run(start, script, "--engine", engine, "--reload")
    [window] = app.windows(1)
    window.click("Put")
    window.wait_for("Count", "1 of 1")
    save(script, source.replace("STEP = 1", "STEP = 10"), window)
    window.click("Put")
    window.wait_for("Count", "11 of 11")
    assert app.said == []
    window.close()
    assert app.end() == 0
    assert sorted(app.said) == ["after the windows of 1", "closed what 1 needs", "closed what 10 needs"]


def test_what_the_command_says_goes_before_what_the_script_says(start: Start, engine: str, folder: Path):
    """The engine and the id are the command's, and `--debug` opens the inspector, whatever the script says."""
    script = folder / "app.py"
    script.write_text(
        "import gradio as gr\n"
        "with gr.Blocks(title='Mine', app_id='mine') as demo:\n    gr.Textbox(label='Word')\n"
        "demo.launch(engine='none of these', debug=False)\n"
    )
    app = run(start, script, "--engine", engine, "--app-id", "given", "--debug")
    [window] = app.windows(1)
    window.find("Word")
    search = ["xdotool", "search", "--onlyvisible", "--name", "^State inspector – Mine$"]
    wait_until(lambda: subprocess.run(search, capture_output=True, check=False).stdout, "the inspector on the screen")
    assert [path.name for path in (app.home / ".local" / "share").iterdir()] == ["given"]


def test_a_script_that_launches_two_apps(start: Start, engine: str, folder: Path):
    """The second is refused when the first is closed, with what to do, and status 1."""
    script = folder / "app.py"
    script.write_text(
        "import gradio as gr\n"
        "first = gr.Interface(str, 'text', 'text', title='One')\n"
        "second = gr.Interface(str, 'text', 'text', title='Two')\n"
        "first.launch()\nsecond.launch()\n"
    )
    app = run(start, script, "--engine", engine)
    [window] = app.windows(1)
    window.close()
    assert app.process.wait(20) == 1
    assert "app.py launches 2 apps: first, second. A program shows one." in app.log
    assert "Traceback" not in app.log


def test_a_new_project(start: Start, engine: str, tmp_path: Path):
    """What `desktop-blocks new` has made runs as its README says, and keeps what it stores."""
    folder = tmp_path / "Größen Rechner"
    assert cli.main(["new", str(folder)]) == 0
    for count in (1, 2):
        app = run(start, folder / "app.py", "--engine", engine)
        [window] = app.windows(1)
        window.type("Name", "Ada")
        window.click("Greet")
        window.wait_for_text(f"Hello, Ada! That makes {count}.")
        window.close()
        assert app.end() == 0
