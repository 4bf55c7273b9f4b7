"""The worked example of CONTRIBUTING.md, built and used as it stands there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.package.conftest import ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MOST_LINES = 60

PAGE_TEST = """
import desktop_app as gr
from playwright.sync_api import expect
from desktop_app.components.rating import Rating


def test_stars_can_be_given(show):
    with gr.Blocks() as demo:
        rating, out = Rating(label="How was it?"), gr.Markdown()
        rating.change(lambda given: f"{given} stars", rating, out)
    page = show(demo)
    stars = page.get_by_role("slider", name="How was it?")
    stars.focus()
    stars.press("ArrowRight")
    expect(page.get_by_text("1 stars")).to_be_visible()
"""


def blocks_of(language: str) -> list[str]:
    """The code blocks of the guide in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the copy, which is the package there."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    path = os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]])
    return subprocess.run(
        command,
        cwd=folder,
        env=environment | {"PYTHONPATH": str(folder), "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_example_is_short():
    """A component costs less than so many lines in all."""
    python, typescript = blocks_of("python")[0], blocks_of("ts")[0]
    assert len((python + typescript).strip().splitlines()) < MOST_LINES


@pytest.fixture
def with_example(copy: Path) -> Path:
    """A copy of the source with the example in it, and its page built."""
    component, test = blocks_of("python")
    (copy / "desktop_app/components/rating.py").write_text(component, encoding="utf-8")
    (copy / "assets/src/components/rating.ts").write_text(blocks_of("ts")[0], encoding="utf-8")
    (copy / "tests/headless/test_rating.py").write_text(test, encoding="utf-8")
    (copy / "tests/page/test_rating.py").write_text(PAGE_TEST, encoding="utf-8")
    (copy / "assets/node_modules").symlink_to(ROOT / "assets/node_modules")
    schema = run(copy, sys.executable, "assets/schema.py")
    assert schema.returncode == 0, schema.stderr
    types = subprocess.run(
        ["node", "assets/types.mjs"], cwd=copy, input=schema.stdout, capture_output=True, text=True, check=True
    )
    (copy / "assets/src/generated/messages.ts").write_text(types.stdout, encoding="utf-8")
    for script in ("check", "build"):
        built = run(copy / "assets", "npm", "run", "--silent", script)
        assert built.returncode == 0, built.stdout + built.stderr
    return copy


def test_the_example_works_as_it_is_written(with_example: Path):
    """Its own test passes, its types are right, and a person can use it in the page."""
    done = run(
        with_example,
        sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider",
        "tests/headless/test_rating.py", "tests/page/test_rating.py",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout
    checked = run(with_example, sys.executable, "-m", "mypy", "desktop_app/components/rating.py")
    assert checked.returncode == 0, checked.stdout
