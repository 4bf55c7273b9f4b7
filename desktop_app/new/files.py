"""The text files of a new project."""

from __future__ import annotations

import json
from string import Template

PYPROJECT = """\
[project]
name = "$slug"
version = "0.1.0"
requires-python = ">=3.10"
dependencies = ["desktop-blocks"]

[project.optional-dependencies]
dev = ["desktop-blocks[bundle]", "pytest"]

[tool.desktop-blocks]  # what `desktop-blocks bundle app.py` makes; the version is that of the project
name = $quoted
icon = "icon.png"

[tool.pytest.ini_options]
pythonpath = ["."]
testpaths = ["tests"]
"""
APP = '''\
"""$title."""

import desktop_app as gr


def greet(name, count):
    if not name:
        raise gr.Error("Enter a name first.")
    return f"Hello, **{name}**! That makes {count + 1}.", count + 1


with gr.Blocks(title=$quoted, app_id="$slug") as demo:
    count = gr.GlobalState(0, key="greetings", persist=True)  # all windows share it, and it is kept on disk
    gr.Markdown($heading)
    name = gr.Textbox(label="Name")
    greeting = gr.Markdown()
    button = gr.Button("Greet", variant="primary")
    gr.on([button.click, name.submit], greet, [name, count], [greeting, count])

if __name__ == "__main__":
    demo.launch()
'''
TEST = '''\
"""The app, used without a window."""

import pytest
from app import demo, greeting
from desktop_app.testing import HeadlessApp


@pytest.fixture
def app(tmp_path):
    with HeadlessApp(demo, storage=tmp_path) as app:
        yield app


def test_greets_by_name(app):
    window = app.open_window()
    window.set("Name", "Ada")
    window.click("Greet")
    assert window.value(greeting) == "Hello, **Ada**! That makes 1."


def test_asks_for_a_name(app):
    window = app.open_window()
    window.click("Greet")
    assert window.toasts == ["Enter a name first."]


def test_counts_on_after_a_restart(app):
    for expected in (1, 2):
        window = app.open_window()
        window.set("Name", "Ada")
        window.trigger("Name", "submit")
        assert window.value(greeting) == f"Hello, **Ada**! That makes {expected}."
        app.restart()
'''
README = """\
# $title

```sh
python -m venv .venv
. .venv/bin/activate                 # on Windows: .venv\\Scripts\\activate
pip install "desktop-blocks[bundle]" pytest
desktop-blocks doctor                # what this machine lacks for desktop apps, if anything
```

```sh
desktop-blocks run --reload app.py   # show it, and again whenever a file is saved
pytest                               # test it, without a window
desktop-blocks bundle app.py         # make a program for machines without Python, in dist/
```

The app is `app.py`, its icon `icon.png`; `pyproject.toml` has its version, and what the bundle is called.
"""
IGNORED = """\
.venv/
__pycache__/
.pytest_cache/
build/
dist/
"""


def files(title: str, slug: str) -> dict[str, str]:
    """Return the files by their path.

    Args:
        title: what the app is called.
        slug: names its package and its folders.
    """
    words = {
        "title": title,
        "slug": slug,
        "quoted": json.dumps(title, ensure_ascii=False),
        "heading": json.dumps(f"# {title}", ensure_ascii=False),
    }
    contents = {
        "pyproject.toml": PYPROJECT,
        "app.py": APP,
        "tests/test_app.py": TEST,
        "README.md": README,
        ".gitignore": IGNORED,
    }
    return {name: Template(text).substitute(words) for name, text in contents.items()}
