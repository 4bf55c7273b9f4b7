"""CheckboxGroup as a person uses it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def test_it_is_a_named_group_of_boxes(show: ShowApp):
    """The group goes by its label, each box by its choice, and help can be read."""
    with gr.Blocks() as demo:
        gr.CheckboxGroup(["Tea", ("Strong coffee", "coffee")], value=["coffee"], label="Drinks", info="Any number")
        gr.CheckboxGroup([1, 2.5], value=2.5, label="Sizes", show_label=False)
    page = show(demo)
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
      - text: Drinks
      - group "Drinks":
        - checkbox "Tea"
        - checkbox "Strong coffee" [checked]
      - text: Any number Sizes
      - group "Sizes":
        - checkbox "1"
        - checkbox "2.5" [checked]
    """)
    expect(page.get_by_label("Strong coffee")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Tea")).not_to_be_checked()
    expect(page.get_by_text("Any number")).to_be_visible()


def test_handlers_get_the_values_that_are_ticked(run: RunApp):
    """Mouse and keyboard tick boxes; values keep their types and come in the order of ticking."""
    heard: list[list[object]] = []
    with gr.Blocks() as demo:
        group = gr.CheckboxGroup(["a", ("two", 2), 1.5], label="Group")
        group.change(heard.append, group)
    app = run(demo)
    page = app.open_window()
    page.get_by_text("two").click()
    app.settle()
    page.get_by_label("a", exact=True).press("Space")
    app.settle()
    page.get_by_label("1.5").check()
    app.settle()
    page.get_by_label("two").uncheck()
    app.settle()
    assert heard == [[2], [2, "a"], [2, "a", 1.5], ["a", 1.5]]
    assert type(heard[0][0]) is int


def test_indexes_are_the_places_of_what_is_ticked(run: RunApp):
    """`type="index"` hands over places."""
    heard: list[list[int]] = []
    with gr.Blocks() as demo:
        group = gr.CheckboxGroup(["a", "b", "c"], label="Group", type="index")
        group.input(heard.append, group)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("c", exact=True).check()
    app.settle()
    assert heard == [[2]]


def test_select_tells_which_box_it_was(run: RunApp):
    """Place, value and whether it is ticked now come with `select`."""
    heard: list[object] = []

    def note(event: gr.EventData) -> None:
        heard.append((event.index, event.value, event.selected))

    with gr.Blocks() as demo:
        gr.CheckboxGroup(["a", ("two", 2)], label="Group").select(note)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("two").check()
    app.settle()
    page.get_by_label("two").uncheck()
    app.settle()
    assert [(index, selected) for index, _, selected in heard] == [(1, True), (1, False)]


def test_a_handler_ticks_boxes_and_changes_the_choices(show: ShowApp):
    """Values and choices follow a handler, and what it did not name stays."""
    with gr.Blocks() as demo:
        group = gr.CheckboxGroup(["a", "b"], label="Group", interactive=True)
        gr.Button("Tick").click(lambda: ["b"], outputs=group)
        gr.Button("More").click(lambda: gr.CheckboxGroup(choices=["b", "c"]), outputs=group)
    page = show(demo)
    page.get_by_role("button", name="Tick").click()
    expect(page.get_by_label("b", exact=True)).to_be_checked()
    page.get_by_role("button", name="More").click()
    expect(page.get_by_role("checkbox")).to_have_count(2)
    expect(page.get_by_label("c", exact=True)).not_to_be_checked()
    expect(page.get_by_label("b", exact=True)).to_be_checked()


def test_a_group_that_is_not_interactive_cannot_be_ticked(show: ShowApp):
    """Its boxes are disabled and still show what is ticked."""
    with gr.Blocks() as demo:
        gr.CheckboxGroup(["a", "b"], value=["a"], label="Group", interactive=False)
    page = show(demo)
    expect(page.get_by_label("a", exact=True)).to_be_disabled()
    expect(page.get_by_label("a", exact=True)).to_be_checked()
    page.get_by_text("b", exact=True).click(force=True)
    expect(page.get_by_label("b", exact=True)).not_to_be_checked()


def test_the_keyboard_goes_from_box_to_box(show: ShowApp):
    """Each box can be reached by Tab."""
    with gr.Blocks() as demo:
        gr.CheckboxGroup(["a", "b"], label="Group")
    page = show(demo)
    page.keyboard.press("Tab")
    expect(page.get_by_label("a", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("b", exact=True)).to_be_checked()
    expect(page.get_by_label(re.compile("^a$"))).not_to_be_checked()


def test_one_box_ticks_all_others(run: RunApp):
    """It shows whether all, some or none are ticked, and ticks or unticks all; without a label it is not there."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        group = gr.CheckboxGroup(["a", "b", 3], value=["b"], label="Group", show_select_all=True)
        group.input(heard.append, group)
        gr.CheckboxGroup(["x"], label="Other", show_select_all=True, show_label=False)
    app = run(demo)
    page = app.open_window()
    everything = page.get_by_role("checkbox", name="Select all")
    expect(everything).to_have_count(1)
    assert everything.evaluate("box => box.indeterminate")
    everything.check()
    app.settle()
    expect(page.get_by_label("3")).to_be_checked()
    page.get_by_label("a", exact=True).uncheck()
    app.settle()
    expect(everything).not_to_be_checked()
    everything.press("Space")
    app.settle()
    everything.press("Space")
    app.settle()
    assert heard == [["a", "b", 3], ["b", 3], ["a", "b", 3], []]


def test_what_is_no_choice_any_more_is_not_ticked(run: RunApp):
    """When a handler takes a choice away the user goes on with the others."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        group = gr.CheckboxGroup(["a", "b"], value=["a", "b"], label="Group")
        group.input(heard.append, group)
        gr.Button("Fewer").click(lambda: gr.CheckboxGroup(choices=["b", "c"]), outputs=group)
    app = run(demo)
    page = app.open_window()
    page.get_by_role("button", name="Fewer").click()
    page.get_by_label("c", exact=True).check()
    app.settle()
    assert heard == [["b", "c"]]


def test_a_choice_that_is_there_twice_is_ticked_twice(show: ShowApp):
    """Both boxes are the same choice."""
    with gr.Blocks() as demo:
        gr.CheckboxGroup(["a", "a"], label="Group")
    page = show(demo)
    page.get_by_role("checkbox").first.check()
    expect(page.get_by_role("checkbox").last).to_be_checked()
    page.get_by_role("checkbox").last.uncheck()
    expect(page.get_by_role("checkbox").first).not_to_be_checked()
