"""Steps that are taken one after the other."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def three_steps(**options: Any) -> tuple[gr.Blocks, gr.Walkthrough, list[gr.Step]]:
    """Each with a button that goes on to the next, and one that goes to a step that is not there."""
    steps = []
    with gr.Blocks() as demo, gr.Walkthrough(**options) as walkthrough:
        for number, label in enumerate(("First", "Second", "Third"), start=1):
            with gr.Step(label, id=number) as step:
                gr.Textbox(label=f"Box {number}")
                gr.Button("Next").click(lambda to=number + 1: gr.Walkthrough(selected=to), outputs=walkthrough)
            steps.append(step)
    return demo, walkthrough, steps


def step(page: Page, name: str) -> Locator:
    return page.get_by_role("tab", name=name)


def test_a_handler_goes_on_and_the_user_back(show: ShowApp):
    """Only what is done can be pressed; what the user typed stays."""
    demo, _, _ = three_steps()
    page = show(demo)
    expect(step(page, "1 First")).to_have_attribute("aria-selected", "true")
    expect(step(page, "2 Second")).to_be_disabled()
    page.get_by_label("Box 1").fill("typed")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_label("Box 2")).to_be_visible()
    expect(page.get_by_label("Box 1")).to_be_hidden()
    expect(step(page, "First")).to_have_attribute("data-state", "done")
    expect(step(page, "2 Second")).to_have_attribute("aria-current", "step")
    expect(step(page, "3 Third")).to_be_disabled()
    step(page, "First").click()
    expect(page.get_by_label("Box 1")).to_have_value("typed")
    expect(step(page, "Second")).to_be_disabled()


def test_the_keyboard_goes_back(show: ShowApp):
    """The arrow keys go from step to step among those that are done."""
    demo, _, _ = three_steps(selected=3)
    page = show(demo)
    expect(page.get_by_label("Box 3")).to_be_visible()
    step(page, "3 Third").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_label("Box 2")).to_be_visible()
    expect(step(page, "2 Second")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("Box 1")).to_be_visible()


def test_what_happens_is_told(run: RunApp):
    """`change` however it came, `select` of the user, and each step's own; the start and a repetition tell nothing."""
    heard: list[tuple[str, int, str]] = []

    def hear(name: str) -> Any:
        def note(data: gr.SelectData) -> None:
            heard.append((name, int(data.index), data.value))  # type: ignore[arg-type]

        return note

    demo, walkthrough, steps = three_steps()
    with demo:
        walkthrough.change(hear("change"))
        walkthrough.select(hear("select"))
        steps[0].select(hear("step"))
        steps[1].select(hear("step"))
        gr.Button("Again").click(lambda: gr.Walkthrough(selected=1), outputs=walkthrough)
    app = run(demo)
    page = app.open_window()
    app.settle()
    assert heard == []
    page.get_by_role("button", name="Next").click()
    app.settle()
    assert sorted(heard) == [("change", 1, "Second"), ("step", 1, "Second")]
    heard.clear()
    step(page, "First").click()
    app.settle()
    assert sorted(heard) == [("change", 0, "First"), ("select", 0, "First"), ("step", 0, "First")]
    heard.clear()
    page.get_by_role("button", name="Again").click()
    app.settle()
    assert heard == []


@pytest.mark.parametrize(("selected", "box"), [(2, "Box 2"), ("no such step", "Box 1"), (None, "Box 1"), (0, "Box 1")])
def test_it_starts_where_it_is_told(show: ShowApp, selected: int | str | None, box: str):
    """By the id, else by the number; what is not there is no step to be at."""
    demo, _, _ = three_steps(selected=selected)
    page = show(demo)
    expect(page.get_by_label(box)).to_be_visible()


def test_a_step_may_be_closed_to_the_user_or_away(show: ShowApp):
    """Without `interactive` nobody comes back to it; one that is not visible is not counted."""
    with gr.Blocks() as demo, gr.Walkthrough(selected="c") as walkthrough:
        with gr.Step("Open", id="a"):
            gr.Textbox(label="A")
        with gr.Step("Away", False, id="gone"):
            gr.Textbox(label="Gone")
        with gr.Step("Closed", True, False, id="b"):
            gr.Textbox(label="B")
        with gr.Step("Now", id="c") as now:
            gr.Button("Show").click(lambda: gr.Walkthrough(selected="b"), outputs=walkthrough)
            gr.Button("Rename").click(lambda: gr.Step("Later"), outputs=now)
    page = show(demo)
    expect(step(page, "Away")).to_have_count(0)
    expect(step(page, "Closed")).to_be_disabled()
    expect(step(page, "Open")).to_be_enabled()
    page.get_by_role("button", name="Rename").click()
    expect(step(page, "3 Later")).to_be_visible()
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_label("B")).to_be_visible()


def test_it_fits_a_narrow_window(show: ShowApp):
    """Long names go on in another line."""
    with gr.Blocks() as demo, gr.Walkthrough():
        for name in ("w" * 100, "Second step", "Third step"):
            with gr.Step(name):
                gr.Textbox(label="A")
    page = show(demo, viewport={"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
