"""The settings in the pages are those that `desktop-blocks bundle` takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.bundle.settings import read_project
from tests.docs.pages import PAGES, CodeBlock, called, code_blocks

BLOCKS = [block for page in PAGES for block in code_blocks(page, "toml")]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{called(block.page)}:{block.line}")
def test_the_settings_can_be_read(block: CodeBlock, tmp_path: Path) -> None:
    """None has a name that there is not, or a value of the wrong kind."""
    file = tmp_path / "pyproject.toml"
    file.write_text(block.code, encoding="utf-8")
    assert read_project(file).name
