"""The page's types are those of Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import expect

import desktop_app as gr
from assets.schema import shown_blocks
from desktop_app.blocks.block import Block
from desktop_app.blocks.blocks import Blocks
from tests.page.conftest import ShowApp

ASSETS = Path(__file__).parents[2] / "assets"


def shipped_blocks() -> list[type[Block]]:
    """The classes of the package, without those that other tests declare."""
    return [block for block in shown_blocks() if block.__module__.startswith("desktop_app.")]


def test_the_generated_types_are_fresh():
    """Making the types again gives the file that is there; if not, run `make types`."""
    schema = subprocess.run(
        [sys.executable, ASSETS / "schema.py"],
        cwd=ASSETS.parent,
        env={"PYTHONPATH": "."},
        capture_output=True,
        check=True,
    )
    types = subprocess.run(["node", ASSETS / "types.mjs"], input=schema.stdout, capture_output=True, check=True)
    assert types.stdout.decode() == (ASSETS / "src/generated/messages.ts").read_text(encoding="utf-8")


def test_the_page_has_a_component_for_each_class():
    """The kinds that Python sends are the files of the page's components."""
    files = {file.stem for file in (ASSETS / "src/components").glob("*.ts")}
    assert {block.kind for block in shipped_blocks()} == files


def test_every_class_can_be_shown(show: ShowApp):
    """Each block with nothing but its defaults is in the page, none with a notice in its place."""
    shown = [block for block in shipped_blocks() if block.__name__ in gr.__all__ and block is not Blocks]
    with gr.Blocks() as demo:
        for block in shown:
            block(elem_classes=f"a-{block.__name__}")
    page = show(demo)
    for block in shown:
        expect(page.locator(f"[data-kind={block.kind}].a-{block.__name__}")).to_have_count(1)
    expect(page.locator(".notice")).to_have_count(0)
