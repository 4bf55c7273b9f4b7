"""Progress bars on what a handler is about to write."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Locator, Page, expect

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks
from tests.page.conftest import ShowApp
from tests.page.gate import Gate


def working(work: Callable[[gr.Progress], object], **options: object) -> Blocks:
    """An app whose button does this work."""

    def handler(progress: gr.Progress = gr.Progress()) -> str:
        work(progress)
        return "done"

    with gr.Blocks() as demo:
        button = gr.Button("Go")
        out = gr.Textbox("before", label="Out", elem_id="out")
        button.click(handler, outputs=out, **options)
    return demo


def go(page: Page) -> None:
    """Start the work."""
    page.get_by_role("button", name="Go").click()


def width(bar: Locator) -> float:
    """How much of a bar is filled, of 1."""
    return float(bar.evaluate("(bar) => bar.firstChild.clientWidth / bar.clientWidth"))


def test_a_part_is_shown_as_bar_and_percent(show: ShowApp, gate: Gate):
    """With what is being done; the bar has its role and value for a screen reader, and takes the spinner's place."""

    def work(progress: gr.Progress) -> None:
        progress(0.3, desc="Reading")
        gate.wait()

    page = show(working(work), reduced_motion="reduce")
    go(page)
    bar = page.get_by_role("progressbar", name="Reading")
    expect(bar).to_have_attribute("aria-valuenow", "30")
    expect(page.locator("#out .progress")).to_have_text("Reading30 %")
    assert width(bar) == pytest.approx(0.3, abs=0.01)
    expect(page.locator("#out .status-spinner")).to_be_hidden()
    expect(page.locator("#out .status-time")).to_be_visible()
    gate.open()
    expect(page.get_by_label("Out")).to_have_value("done")
    expect(page.get_by_role("progressbar")).to_have_count(0)


def test_the_same_bar_goes_on(show: ShowApp):
    """Each step moves it; it is full only when all is done."""
    steps = threading.Semaphore(0)

    def work(progress: gr.Progress) -> None:
        for part in (0.0, 0.29, 0.999, 1.0):
            progress(part, desc="Reading")
            steps.acquire(timeout=5)

    page = show(working(work))
    go(page)
    bar = page.get_by_role("progressbar", name="Reading")
    expect(bar).to_have_attribute("aria-valuenow", "0")
    bar.evaluate("(bar) => { bar.marked = true; }")
    for percent in ("29", "99", "100"):
        steps.release()
        expect(bar).to_have_attribute("aria-valuenow", percent)
    assert bar.evaluate("(bar) => bar.marked") is True
    steps.release()


def test_what_has_no_known_end_shows_its_count(show: ShowApp, gate: Gate):
    """A bar without a value moves to and fro, and says how much is done."""

    def work(progress: gr.Progress) -> None:
        progress((12, None), unit="files")
        gate.wait()

    page = show(working(work))
    go(page)
    bar = page.get_by_role("progressbar", name="Progress")
    expect(page.locator("#out .progress")).to_contain_text("12")
    expect(page.locator("#out .progress")).to_contain_text("files")
    expect(page.locator("#out .progress")).not_to_contain_text("%")
    assert bar.get_attribute("aria-valuenow") is None
    expect(bar.locator("div")).to_have_css("animation-name", "progress-to-and-fro")
    page.emulate_media(reduced_motion="reduce")
    expect(bar.locator("div")).to_have_css("animation-name", "none")


def test_loops_inside_of_loops_have_a_bar_each(show: ShowApp):
    """The outermost first, each with its count; the inner one goes when it is through."""
    steps = threading.Semaphore(0)

    def through(items: Iterable[int]) -> None:
        for _ in items:
            steps.acquire(timeout=5)

    def work(progress: gr.Progress) -> None:
        for _ in progress.tqdm(range(2), desc="Epoch"):
            through(progress.tqdm(range(4), desc="Batch"))
        steps.acquire(timeout=5)

    page = show(working(work))
    go(page)
    steps.release()
    expect(page.get_by_role("progressbar")).to_have_count(2)
    expect(page.get_by_role("progressbar").nth(0)).to_have_accessible_name("Epoch")
    expect(page.get_by_role("progressbar", name="Batch")).to_have_attribute("aria-valuenow", "25")
    expect(page.locator("#out .progress").nth(1)).to_contain_text("1/4")
    steps.release(4)
    expect(page.get_by_role("progressbar", name="Epoch")).to_have_attribute("aria-valuenow", "50")
    expect(page.get_by_role("progressbar", name="Batch")).to_have_attribute("aria-valuenow", "25")
    steps.release(10)
    expect(page.get_by_label("Out")).to_have_value("done")


def test_minimal_leaves_bars_out(show: ShowApp, gate: Gate):
    """There is the time alone."""

    def work(progress: gr.Progress) -> None:
        progress(0.5, desc="Reading")
        gate.wait()

    page = show(working(work, show_progress="minimal"))
    go(page)
    expect(page.locator("#out .status-time")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_count(0)


def test_a_bar_fits_into_a_small_field(show: ShowApp, gate: Gate):
    """In a narrow window it stays inside of its field; a long description is cut, the share stays."""

    def work(progress: gr.Progress) -> None:
        progress((3, 10), desc="w" * 200)
        gate.wait()

    page = show(working(work), viewport={"width": 220, "height": 500})
    go(page)
    expect(page.get_by_text("30 %")).to_be_in_viewport(ratio=1)
    assert page.locator("#out .status").bounding_box() == page.locator("#out").bounding_box()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 220
