"""Tabs and what is in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from desktop_app.blocks.block import Block
from desktop_app.events.data import EventData
from tests.page.conftest import RunApp, ShowApp


def select(page: Page, name: str) -> None:
    """Press a tab."""
    page.get_by_role("tab", name=name, exact=True).click()


def expect_selected(page: Page, name: str) -> None:
    """Exactly this tab is selected, and no panel but the one of its name is shown."""
    expect(page.get_by_role("tab", selected=True)).to_have_text([name])
    expect(page.get_by_role("tabpanel")).to_have_count(1)
    expect(page.get_by_role("tabpanel", name=name, exact=True)).to_have_count(1)


def listen(heard: list[tuple[str, Any]], **triggers: Callable[..., Any]) -> None:
    """Note what happens, by these names."""

    def note(name: str) -> Callable[[EventData], None]:
        def noted(data: EventData) -> None:
            heard.append((name, data.value))

        return noted

    for name, trigger in triggers.items():
        trigger(note(name))


def test_one_tab_is_shown_at_a_time(show: ShowApp):
    """The first is selected at the start; pressing another shows what is in that one."""
    with gr.Blocks() as demo, gr.Tabs():
        with gr.Tab("One"):
            gr.Textbox(label="First")
        with gr.Tab("Two"):
            gr.Textbox(label="Second")
    page = show(demo)
    expect(page.get_by_role("tablist").get_by_role("tab")).to_have_text(["One", "Two"])
    expect_selected(page, "One")
    expect(page.get_by_label("First")).to_be_visible()
    select(page, "Two")
    expect_selected(page, "Two")
    expect(page.get_by_label("Second")).to_be_visible()
    expect(page.get_by_label("First")).to_be_hidden()


def test_tabs_after_each_other_belong_together(show: ShowApp):
    """Without `Tabs` around them, tabs share a bar until something else comes between."""
    with gr.Blocks() as demo:
        for names in (("a", "b"), ("c", "d")):
            for name in names:
                with gr.Tab(name):
                    gr.State()
                    gr.Markdown(f"in {name}")
                gr.State()
            gr.Markdown("between")
    page = show(demo)
    expect(page.get_by_role("tablist")).to_have_text(["ab", "cd"])


def test_tabs_within_tabs_are_selected_on_their_own(show: ShowApp):
    """An inner bar keeps its place while the outer one is elsewhere."""
    with gr.Blocks() as demo:
        with gr.Tab("Outer"):
            for name in ("in 1", "in 2"):
                with gr.Tab(name):
                    gr.Markdown(f"text {name}")
        with gr.Tab("Other"):
            gr.Markdown("other")
    page = show(demo)
    expect(page.get_by_text("text in 1")).to_be_visible()
    select(page, "in 2")
    select(page, "Other")
    select(page, "Outer")
    expect(page.get_by_text("text in 2")).to_be_visible()
    expect(page.get_by_text("text in 1")).to_be_hidden()


@pytest.mark.parametrize(("render_children", "count"), [(False, 0), (True, 1)])
def test_a_tab_is_filled_when_it_is_first_selected(show: ShowApp, render_children: bool, count: int):
    """Until then its blocks are not in the page, unless it is told to; then they stay there."""
    with gr.Blocks() as demo:
        gr.Tab("One")
        with gr.Tab("Two", render_children=render_children):
            gr.Textbox(label="Box", elem_id="box")
    page = show(demo)
    expect(page.locator("#box")).to_have_count(count)
    select(page, "Two")
    page.get_by_label("Box").fill("typed")
    select(page, "One")
    expect(page.locator("#box")).to_have_count(1)
    expect(page.get_by_label("Box")).to_have_value("typed")
    expect(page.get_by_label("Box")).to_be_hidden()


def test_a_handler_writes_into_a_tab_that_was_never_shown(show: ShowApp):
    """Values and properties that come before are there when the tab is."""
    with gr.Blocks() as demo:
        with gr.Tab("One"):
            go = gr.Button("Go")
        with gr.Tab("Two"):
            text, column = gr.Textbox(label="Text"), gr.Column(visible=False)
            with column:
                gr.Markdown("more")
    with demo:
        go.click(lambda: (gr.Textbox("written", label="New"), gr.Column(visible=True)), outputs=[text, column])
    page = show(demo)
    page.get_by_role("button", name="Go").click()
    select(page, "Two")
    expect(page.get_by_label("New")).to_have_value("written")
    expect(page.get_by_text("more")).to_be_visible()


def test_selecting_as_the_user_tells_tabs_and_tab(run: RunApp):
    """`change` and `select` of the tabs and `select` of the tab, each with the tab's number and label; a press on the
    selected tab tells nothing."""
    heard: list[tuple[str, Any]] = []
    with gr.Blocks() as demo, gr.Tabs() as tabs:
        gr.Tab("One")
        two = gr.Tab("Two")
    with demo:
        listen(heard, change=tabs.change, select=tabs.select, two=two.select)
    app = run(demo)
    page = app.open_window()
    select(page, "Two")
    select(page, "Two")
    app.settle()
    data = {"index": 1, "value": "Two", "selected": True}
    assert sorted(heard) == sorted([("change", data), ("select", data), ("two", data)])


def test_the_tab_that_is_selected_at_the_start_is_told(run: RunApp):
    """Its `select` runs, so that it can fetch what it shows; the tabs have not changed."""
    heard: list[tuple[str, Any]] = []
    with gr.Blocks() as demo, gr.Tabs(selected="b") as tabs:
        one = gr.Tab("One", id="a")
        two = gr.Tab("Two", id="b")
    with demo:
        listen(heard, change=tabs.change, select=tabs.select, one=one.select, two=two.select)
    app = run(demo)
    app.open_window()
    app.settle()
    assert [name for name, _ in heard] == ["two"]


def test_a_handler_selects_a_tab(run: RunApp):
    """By its id or its number; `change` and the tab's `select` tell of it, the tabs' `select` is the user's alone."""
    heard: list[tuple[str, Any]] = []
    with gr.Blocks() as demo:
        with gr.Tabs() as tabs:
            gr.Tab("One")
            two = gr.Tab("Two", id="two")
            gr.Tab("Three")
        gr.Button("By id").click(lambda: gr.Tabs(selected="two"), outputs=tabs)
        gr.Button("By number").click(lambda: gr.update(selected=2), outputs=tabs)
        listen(heard, change=tabs.change, select=tabs.select, two=two.select)
    app = run(demo)
    page = app.open_window()
    page.get_by_role("button", name="By id").click()
    expect_selected(page, "Two")
    app.settle()
    assert sorted(name for name, _ in heard) == ["change", "two"]
    select(page, "One")
    page.get_by_role("button", name="By id").click()
    expect_selected(page, "Two")
    page.get_by_role("button", name="By number").click()
    expect_selected(page, "Three")


def test_a_handler_shows_a_tab_and_selects_it_at_once(show: ShowApp):
    """In whichever order the two outputs are named."""
    with gr.Blocks() as demo:
        with gr.Tabs() as tabs:
            gr.Tab("One")
            two = gr.Tab("Two", id="two", visible=False)
        for outputs in ([tabs, two], [two, tabs]):
            gr.Button(f"{outputs[0].kind} first").click(_show_and_select(outputs), outputs=outputs)
        gr.Button("Back").click(lambda: gr.Tab(visible=False), outputs=two)
    page = show(demo)
    for name in ("tabs first", "tab first"):
        page.get_by_role("button", name=name).click()
        expect_selected(page, "Two")
        page.get_by_role("button", name="Back").click()
        expect_selected(page, "One")


def _show_and_select(outputs: list[Block]) -> Callable[[], list[object]]:
    changes = {"tabs": {"selected": "two"}, "tab": {"visible": True}}
    return lambda: [gr.update(**changes[block.kind]) for block in outputs]


def test_a_tab_that_is_selected_before_it_is_visible_comes_when_it_is(show: ShowApp):
    """Unless the user has selected another one meanwhile."""
    with gr.Blocks() as demo:
        with gr.Tabs() as tabs:
            gr.Tab("One")
            two = gr.Tab("Two", id="two", visible=False)
            gr.Tab("Three")
        gr.Button("Wish").click(lambda: gr.Tabs(selected="two"), outputs=tabs)
        gr.Button("Appear").click(lambda: gr.Tab(visible=True), outputs=two)
        gr.Button("Vanish").click(lambda: gr.Tab(visible=False), outputs=two)
    page = show(demo)
    press = {name: page.get_by_role("button", name=name) for name in ("Wish", "Appear", "Vanish")}
    press["Wish"].click()
    expect_selected(page, "One")
    press["Appear"].click()
    expect_selected(page, "Two")
    press["Vanish"].click()
    expect_selected(page, "One")
    press["Wish"].click()
    select(page, "Three")
    press["Appear"].click()
    expect(page.get_by_role("tab")).to_have_text(["One", "Two", "Three"])
    expect_selected(page, "Three")


def test_tabs_that_are_all_off_tell_nothing(run: RunApp):
    """The first of them is shown, but nobody can have selected it."""
    heard: list[tuple[str, Any]] = []
    with gr.Blocks() as demo:
        one = gr.Tab("One", interactive=False)
        gr.Tab("Two", interactive=False)
        listen(heard, one=one.select)
    app = run(demo)
    page = app.open_window()
    expect_selected(page, "One")
    app.settle()
    assert heard == []


def test_the_selection_stays_when_other_tabs_come_and_go(show: ShowApp):
    """Only when the selected tab itself goes, another takes its place."""
    with gr.Blocks() as demo:
        with gr.Tabs():
            tabs = {name: gr.Tab(name) for name in ("One", "Two", "Three")}
        for name, tab in tabs.items():
            gr.Button(f"Hide {name}").click(lambda: gr.Tab(visible=False), outputs=tab)
            gr.Button(f"Show {name}").click(lambda: gr.Tab(visible=True), outputs=tab)
    page = show(demo)
    select(page, "Two")
    page.get_by_role("button", name="Hide One").click()
    expect(page.get_by_role("tab")).to_have_text(["Two", "Three"])
    expect_selected(page, "Two")
    page.get_by_role("button", name="Hide Two").click()
    expect_selected(page, "Three")
    page.get_by_role("button", name="Show One").click()
    page.get_by_role("button", name="Show Two").click()
    expect(page.get_by_role("tab")).to_have_text(["One", "Two", "Three"])
    expect_selected(page, "Three")


def test_a_tab_that_is_not_interactive_cannot_be_selected(show: ShowApp):
    """Neither by the pointer nor by the keyboard, until a handler frees it; label and freedom follow the handler."""
    with gr.Blocks() as demo:
        with gr.Tabs():
            gr.Tab("Off", interactive=False)
            gr.Tab("One")
            last = gr.Tab("Two", interactive=False)
        gr.Button("Free").click(lambda: gr.Tab("New", interactive=True), outputs=last)
    page = show(demo)
    expect(page.get_by_role("tab", name="Two")).to_be_disabled()
    expect_selected(page, "One")
    page.get_by_role("tab", name="One").press("ArrowRight")
    expect_selected(page, "One")
    page.get_by_role("button", name="Free").click()
    select(page, "New")
    expect_selected(page, "New")


def test_the_keyboard_goes_from_tab_to_tab(show: ShowApp):
    """Arrows go around, past what is off, Home and End to the ends; Tab leaves the bar for the panel."""
    with gr.Blocks() as demo, gr.Tabs():
        for name in ("One", "Off", "Two", "Three"):
            with gr.Tab(name, interactive=name != "Off"):
                gr.Textbox(label=f"Box {name}")
    page = show(demo)
    page.get_by_role("tab", name="One").focus()
    for key, name in (
        ("ArrowRight", "Two"),
        ("ArrowRight", "Three"),
        ("ArrowRight", "One"),
        ("ArrowLeft", "Three"),
        ("Home", "One"),
        ("End", "Three"),
    ):
        page.keyboard.press(key)
        expect_selected(page, name)
        expect(page.get_by_role("tab", name=name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Box Three")).to_be_focused()


def test_ids_and_classes_are_where_they_are_looked_for(show: ShowApp):
    """`elem_id` and `elem_classes` of a tab are its panel's; its button has the id with "-button"."""
    with (
        gr.Blocks() as demo,
        gr.Tabs(elem_id="tabs", elem_classes="all"),
        gr.Tab("One", elem_id="one", elem_classes="c"),
    ):
        gr.Markdown("text")
    page = show(demo)
    expect(page.locator("#tabs.all")).to_have_count(1)
    expect(page.locator("#one.c[role=tabpanel]")).to_be_visible()
    expect(page.locator("#one-button[role=tab]")).to_have_text("One")


def test_hidden_tabs_say_nothing(run: RunApp):
    """Tabs that are not in the page select nothing that anybody could see."""
    heard: list[tuple[str, Any]] = []
    with gr.Blocks() as demo, gr.Tabs(visible=False):
        one = gr.Tab("One")
    with demo:
        listen(heard, one=one.select)
    app = run(demo)
    app.open_window()
    app.settle()
    assert heard == []
