"""`desktop-blocks run`, as far as it goes without a window: scripts, what they import, and what goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.run.alias import MODULES, VERSION

ABOUT_ITSELF = """\
import sys, __main__
print([sys.argv, __file__, __name__, sys.path[0], __package__, __spec__, __main__.__file__])
sys.exit(3)
"""
WITH_GRADIO_WORDS = """\
import gradio
import gradio as gr
import gradio.themes as themes
from gradio import Blocks, Interface
from gradio.components import Textbox, Button
from gradio.themes.utils import colors, sizes

with Blocks(theme=themes.Soft(primary_hue=colors.blue, radius_size=sizes.radius_lg)) as demo:
    Textbox(label="Name")
    gr.components.Slider(0, 10)
assert gradio is gr and gr.themes is themes
print(gr.__version__, gr.Blocks.__module__, hasattr(gr, "NoSuchThing"), getattr(gr, "Chatboks", None))
raise SystemExit
"""
BAD = {
    "raises": (
        "def inner():\n    return 1 / 0\n\n\ninner()\n",
        ["line 5, in <module>", "line 2, in inner", "ZeroDivisionError: division by zero"],
    ),
    "syntax": ("x = (\n", ["line 1", "SyntaxError: '(' was never closed"]),
    "bytes": ("x = '\0'\n", ["null bytes"]),
    "declaration": (
        "import gradio as gr\nwith gr.Blocks():\n    gr.Slider(minimun=3)\n",
        ["line 3, in <module>", "Slider has no argument 'minimun'. Did you mean 'minimum'?"],
    ),
    "no app": ("x = 1\n", ["makes no app. Bind a Blocks, an Interface or a TabbedInterface to a name"]),
    "two apps": (
        "import gradio as gr\none = gr.Interface(str, 'text', 'text')\nother = same = gr.Blocks()\n",
        ["makes 2 apps: one, other. A program shows one.", "one.launch()", "--demo-name one"],
    ),
    "a package": ("import pandaz.frames\n", ["needs the package 'pandaz'", "pip install pandaz"]),
    "a package of another name": ("import skimage\n", ["needs the package 'skimage'", "pip install scikit-image"]),
    "an attribute": (
        "import gradio as gr\n\ngr.Textboks()\n",
        ["bad ä.py, line 3: desktop-blocks has no gradio.Textboks. The nearest it has is 'Textbox'."],
    ),
    "a name to import": (
        "from gradio import Blocks, Dropdwon\n",
        ["bad ä.py, line 1: desktop-blocks has no gradio.Dropdwon. The nearest it has is 'Dropdown'."],
    ),
    "a theme": ("import gradio as gr\ngr.themes.Softer()\n", ["no gradio.themes.Softer. The nearest it has is 'Soft'"]),
    "a module": ("import gradio.compnents\n", ["desktop-blocks has no gradio.compnents."]),
    "a chain": (
        "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise KeyError('x') from error\n",
        ["ZeroDivisionError", "direct cause", "KeyError: 'x'"],
    ),
}  # fmt: skip


def run(*words: object, folder: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command on a machine without a screen."""
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", "run", *map(str, words)],
        cwd=folder, env=environment | variables, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of an author's."""
    folder = tmp_path / "meine Übungen"
    folder.mkdir()
    return folder


def test_a_script_sees_what_python_would_show_it(folder: Path):
    """Its words, its file, its name and its folder; words like our own options are its too. Its status is ours."""
    (folder / "ä b.py").write_text(ABOUT_ITSELF)
    words = [f"{folder.name}/ä b.py", "--fast", "-x", "1", "--reload"]
    ours = run(*words, folder=folder.parent)
    pythons = subprocess.run(
        [sys.executable, *words], cwd=folder.parent, capture_output=True, text=True, check=False, timeout=60
    )
    assert ours.stdout == pythons.stdout != ""
    assert ours.returncode == pythons.returncode == 3
    assert "--reload is handed to ä b.py" in ours.stderr


def test_modules_beside_the_script_are_found(folder: Path):
    """From whichever folder it is started; those of the program that runs it are not in their way."""
    (folder / "cli.py").write_text("print('beside')")
    (folder / "app.py").write_text("import cli, sys; sys.exit(0)")
    done = run(folder / "app.py")
    assert (done.stdout, done.returncode) == ("beside\n", 0)


def test_the_words_of_gradio_are_ours(folder: Path):
    """Its modules, too; what is not there can be asked for as usual."""
    (folder / "app.py").write_text(WITH_GRADIO_WORDS)
    done = run("app.py", folder=folder)
    assert done.stdout == f"{VERSION} desktop_app.blocks.blocks False None\n", done.stderr


def test_every_module_by_its_name_can_be_imported(folder: Path):
    """And all that is in it, by a star."""
    lines = [f"import gradio.{name}\nfrom gradio.{name} import *" for name in sorted(MODULES)]
    (folder / "app.py").write_text("\n".join([*lines, "from gradio import *", "Blocks, Soft", "raise SystemExit"]))
    done = run("app.py", folder=folder)
    assert done.returncode == 0, done.stderr


def test_the_name_is_lent_though_gradio_is_installed(folder: Path):
    """Unless `--no-alias` is said."""
    installed = folder / "packages"
    installed.mkdir()
    (installed / "gradio.py").write_text("Blocks = 'the real one'")
    (folder / "app.py").write_text("import gradio\nprint(gradio.Blocks)\nraise SystemExit")
    assert "desktop_app" in run("app.py", folder=folder, PYTHONPATH=str(installed)).stdout
    assert run("--no-alias", "app.py", folder=folder, PYTHONPATH=str(installed)).stdout == "the real one\n"


def test_without_the_name_and_without_gradio(folder: Path):
    """The message says both ways out."""
    (folder / "app.py").write_text("import gradio")
    done = run("--no-alias", "app.py", folder=folder)
    assert done.returncode == 1
    assert "pip install gradio, or leave out --no-alias" in done.stderr


@pytest.mark.parametrize("name", BAD)
def test_a_script_that_fails(folder: Path, name: str):
    """It is said what and where, in the author's own lines alone, with status 1."""
    source, said = BAD[name]
    (folder / "bad ä.py").write_text(source, encoding="utf-8")
    done = run("bad ä.py", folder=folder)
    assert done.returncode == 1
    assert [part for part in said if part not in done.stderr] == [], done.stderr
    frames = [line for line in done.stderr.splitlines() if line.strip().startswith("File ")]
    assert [line for line in frames if str(folder / "bad ä.py") not in line] == []


def test_a_script_that_is_not_there(folder: Path):
    """Nor is it a folder; what is near is named."""
    (folder / "app.py").write_text("")
    for given, said in {
        "nope.py": "There is no script nope.py here.",
        "app": "There is no script app; did you mean app.py?",
        ".": ". is a folder. Name the script in it: app.py",
    }.items():
        done = run(given, folder=folder)
        assert (done.returncode, done.stderr) == (1, f"desktop-blocks: {said}\n")


def test_a_machine_without_a_screen(folder: Path):
    """It is no fault of the script's, so no line of it is shown; `--app-id` names the folder that was made."""
    (folder / "app.py").write_text("import gradio as gr\ndemo = gr.Blocks(app_id='own')\ndemo.launch()")
    done = run("--app-id", "given", "app.py", folder=folder, HOME=str(folder), XDG_DATA_HOME=str(folder / "data"))
    assert done.returncode == 1
    assert done.stderr.startswith("desktop-blocks: There is no screen")
    assert [path.name for path in (folder / "data").iterdir()] == ["given"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--app-id", "ä b"], "app_id 'ä b' cannot name a folder"),
        (["--windows", "0"], "'0' is no number of windows from 1 to 32"),
        (["--demo-name", "third"], "app.py has no app of the name 'third'; it has: one, other."),
    ],
)
def test_options_that_cannot_be(folder: Path, options: list[str], said: str):
    """Each is named."""
    (folder / "app.py").write_text("import gradio as gr\none, other = gr.Blocks(), gr.Blocks()")
    done = run(*options, "app.py", folder=folder)
    assert done.returncode > 0
    assert said in done.stderr


def test_an_app_in_another_is_no_app_of_its_own(folder: Path):
    """What is shown in a tab, or inside of others, is not counted; and one may be chosen."""
    source = "import gradio as gr\none, other = gr.Blocks(), gr.Blocks()\ndemo = gr.TabbedInterface([one, other])\n"
    (folder / "app.py").write_text(source)
    assert "There is no screen" in run("app.py", folder=folder).stderr
    (folder / "app.py").write_text("import gradio as gr\none, other = gr.Blocks(), gr.Blocks()")
    assert "There is no screen" in run("--demo-name", "other", "app.py", folder=folder).stderr


def test_help_says_how(folder: Path):
    """With examples, and where the script's own words go."""
    done = run("--help")
    assert done.returncode == 0
    assert "desktop-blocks run --reload app.py" in done.stdout
    assert "its sys.argv[1:]" in done.stdout
