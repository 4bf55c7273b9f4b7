"""The Python of the pages runs: each page is one program, from its first block to its last."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest

from desktop_app.app import App
from desktop_app.blocks import context
from desktop_app.blocks.blocks import Blocks
from desktop_app.testing import HeadlessApp
from tests.docs.pages import PAGES, ROOT, CodeBlock, called, code_blocks

OWN_TEST = {"CONTRIBUTING.md"}  # tests/package/test_contributing.py builds its component
LANGUAGES = {"python", "sh", "toml", "text"}
PROGRAMS = [page for page in PAGES if page.name not in OWN_TEST and code_blocks(page, "python")]


class Program:
    """A page that runs.

    Args:
        page: where its blocks are.
        folder: for what its apps keep, and as `tmp_path` for its tests.
    """

    def __init__(self, page: Path, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, Any] = {"__name__": page.stem.replace("-", "_"), "__file__": str(page)}
        self.shown: list[Blocks] = []
        self.tests: list[Any] = []

    def run(self, block: CodeBlock) -> None:
        """Run a block, open the apps that it declares in windows without a screen, and run the tests that it has."""
        code = compile("\n" * (block.line - 1) + block.code, str(block.page), "exec")
        exec(code, self.names)
        for value in list(self.names.values()):
            if isinstance(value, Blocks) and value is not context.open_blocks() and not block.hidden:
                self.show(value)
        for name, value in list(self.names.items()):
            if name.startswith("test_") and value not in self.tests:
                self.tests.append(value)
                given = {"tmp_path": self.folder} if "tmp_path" in inspect.signature(value).parameters else {}
                value(**given)

    def show(self, blocks: Blocks, **options: object) -> None:
        """Open an app once, and see that its `load` listeners have nothing to complain of."""
        if blocks not in self.shown:
            self.shown.append(blocks)
            with HeadlessApp(blocks, storage=self.folder / str(len(self.shown))) as app:
                assert app.open_window().toasts == []


@pytest.mark.parametrize("page", PROGRAMS, ids=called)
def test_the_python_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block, those that readers do not see among them; what is launched opens without a screen."""
    program = Program(page, tmp_path)
    monkeypatch.setattr(App, "run", program.show)
    monkeypatch.chdir(tmp_path)
    for block in code_blocks(page, "python"):
        program.run(block)


@pytest.mark.parametrize("page", PAGES, ids=called)
def test_every_block_is_of_a_language_that_is_looked_at(page: Path) -> None:
    """None slips through because its language has no test."""
    known = LANGUAGES | ({"ts"} if page.name in OWN_TEST else set())
    others = [block for block in code_blocks(page) if block.language not in known]
    assert others == []


def test_the_guides_are_programs() -> None:
    """They are found, and the README is among them."""
    assert {"README.md", "docs/first-app.md", "docs/state.md", "docs/events.md"} <= {
        str(page.relative_to(ROOT)) for page in PROGRAMS
    }
