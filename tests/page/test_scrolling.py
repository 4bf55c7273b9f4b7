"""Bringing an output into view."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks
from tests.page.conftest import RunApp, ShowApp


def tall(**options: object) -> Blocks:
    """An app with a button at the top and its output far below, at which much text arrives."""
    with gr.Blocks() as demo:
        button = gr.Button("Go")
        gr.Markdown("\n\n".join(f"line {number}" for number in range(100)))
        out = gr.Markdown(elem_id="out")
        gr.Markdown("\n\n".join(f"more {number}" for number in range(100)))
        button.click(lambda: "the answer\n\nand its end", outputs=out, **options)
    return demo


def scrolled(page: Page) -> float:
    """How far down the page is."""
    return float(page.evaluate("() => scrollY"))


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_output_comes_into_view(show: ShowApp, motion: str):
    """All of what has arrived, where it is asked for."""
    page = show(tall(scroll_to_output=True), reduced_motion=motion)
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("and its end")).to_be_in_viewport(ratio=1)
    expect(page.get_by_text("the answer")).to_be_in_viewport(ratio=1)


def test_the_page_stays_where_it_is_unless_told(show: ShowApp):
    """What arrives elsewhere takes nobody away from what they look at."""
    page = show(tall())
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("the answer")).to_be_attached()
    assert scrolled(page) == 0


def test_an_output_in_view_moves_nothing(run: RunApp):
    """The page is not scrolled for what can be seen already."""
    app = run(tall(scroll_to_output=True), reduced_motion="reduce")
    page = app.open_window()
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("and its end")).to_be_in_viewport(ratio=1)
    page.evaluate("() => scrollBy(0, 40)")
    before = scrolled(page)
    page.get_by_role("button", name="Go").evaluate("(button) => button.click()")
    app.settle()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert scrolled(page) == before
