"""Dropdown as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp

FRUIT = ["Apple", "Banana", "Blueberry", ("Cherry 😀", 4), "ברי"]


def options(page: Page) -> list[str]:
    """What the open list offers."""
    return page.get_by_role("option").all_inner_texts()


def test_it_goes_by_its_label_and_shows_the_first_choice(show: ShowApp):
    """Label and help are the field's; the list is closed until it is asked for."""
    with gr.Blocks() as demo:
        gr.Dropdown(FRUIT, label="Fruit", info="Any of these")
        gr.Dropdown(FRUIT, label="Several", multiselect=True, show_label=False)
    page = show(demo)
    field = page.get_by_role("combobox", name="Fruit")
    expect(field).to_have_value("Apple")
    expect(field).to_have_accessible_description("Any of these")
    expect(page.get_by_label("Several")).to_have_value("")
    expect(page.get_by_role("option")).to_have_count(0)
    field.click()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("option", selected=True)).to_have_text("Apple")
    assert options(page) == ["Apple", "Banana", "Blueberry", "Cherry 😀", "ברי"]


def test_a_click_chooses(run: RunApp):
    """Handlers get the value, `select` tells its place, and the list closes."""
    heard: list[object] = []

    def note(value: object, event: gr.SelectData) -> None:
        heard.append((value, event.index, event.value))

    with gr.Blocks() as demo:
        fruit = gr.Dropdown(FRUIT, label="Fruit")
        fruit.select(note, fruit)
        fruit.change(heard.append, fruit)
        fruit.input(heard.append, fruit)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Fruit").click()
    page.get_by_role("option", name="Cherry").click()
    app.settle()
    expect(page.get_by_label("Fruit")).to_have_value("Cherry 😀")
    expect(page.get_by_role("option")).to_have_count(0)
    assert sorted(heard, key=str) == [(4, 3, 4), 4, 4]


def test_typing_leaves_what_has_it(run: RunApp):
    """Any part of a label counts, in small or capital letters; Enter takes the first, Escape gives it up."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        fruit = gr.Dropdown(FRUIT, label="Fruit")
        fruit.input(heard.append, fruit)
    app = run(demo)
    page = app.open_window()
    field = page.get_by_label("Fruit")
    field.click()
    page.keyboard.type("BERR")
    assert options(page) == ["Blueberry"]
    page.keyboard.press("Escape")
    expect(field).to_have_value("Apple")
    page.keyboard.press("Control+a")
    page.keyboard.type("an")
    page.keyboard.press("Enter")
    app.settle()
    expect(field).to_have_value("Banana")
    assert heard == ["Banana"]
    page.keyboard.press("Control+a")
    page.keyboard.type("nothing has this")
    expect(page.get_by_text("No matches")).to_be_visible()
    page.keyboard.press("Tab")
    expect(field).to_have_value("Banana")
    expect(page.get_by_text("No matches")).to_be_hidden()


def test_the_keyboard_goes_through_the_list(run: RunApp):
    """Arrow keys, Home and End move; Enter takes."""
    heard: list[int] = []
    with gr.Blocks() as demo:
        fruit = gr.Dropdown(FRUIT, label="Fruit", type="index")
        fruit.input(heard.append, fruit)
    app = run(demo)
    page = app.open_window()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Fruit")).to_be_focused()
    for keys, place in (
        ("ArrowDown ArrowDown", 1),
        ("ArrowDown End", 4),
        ("ArrowDown ArrowUp", 3),
        ("ArrowDown Home", 0),
    ):
        for key in keys.split():
            page.keyboard.press(key)
        active = page.get_by_label("Fruit").get_attribute("aria-activedescendant")
        expect(page.locator(f"#{active}")).to_have_attribute("aria-posinset", str(place + 1))
        page.keyboard.press("Enter")
        app.settle()
    assert heard == [1, 4, 3, 0]


def test_letters_go_to_the_next_that_begins_with_them(run: RunApp):
    """Where typing is not to filter, it goes to a choice: several letters to the one of that name."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        fruit = gr.Dropdown(FRUIT, label="Fruit", filterable=False)
        fruit.input(heard.append, fruit)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Fruit").focus()
    page.keyboard.type("bl")
    page.keyboard.press("Enter")
    app.settle()
    expect(page.get_by_label("Fruit")).not_to_be_editable()
    assert heard == ["Blueberry"]


def test_several_are_chips(run: RunApp):
    """Choices come in the order of choosing; a chip's cross, Backspace and a second click take one off."""
    heard: list[object] = []
    selected: list[object] = []

    def note(event: gr.SelectData) -> None:
        selected.append((event.index, event.selected))

    with gr.Blocks() as demo:
        fruit = gr.Dropdown(FRUIT, label="Fruit", multiselect=True)
        fruit.input(heard.append, fruit)
        fruit.select(note)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Fruit").click()
    for name in ("Cherry", "Apple", "Banana", "Cherry"):
        page.get_by_role("option", name=name).click()
        app.settle()
    assert heard == [[4], [4, "Apple"], [4, "Apple", "Banana"], ["Apple", "Banana"]]
    assert selected == [(3, True), (0, True), (1, True), (3, False)]
    assert page.get_by_role("listitem").all_inner_texts() == ["Apple", "Banana"]
    page.get_by_role("button", name="Remove Apple").click()
    app.settle()
    page.keyboard.type("blue")
    page.keyboard.press("Enter")
    app.settle()
    page.keyboard.press("Backspace")
    app.settle()
    assert heard[4:] == [["Banana"], ["Banana", "Blueberry"], ["Banana"]]
    page.get_by_role("button", name="Remove all").click()
    app.settle()
    assert heard[7:] == [[]]
    expect(page.get_by_role("listitem")).to_have_count(0)


def test_there_is_a_most(run: RunApp):
    """When as many are chosen the others cannot be, until one is taken off."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        fruit = gr.Dropdown(FRUIT, value=["Apple"], label="Fruit", multiselect=True, max_choices=2)
        fruit.input(heard.append, fruit)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Fruit").click()
    page.get_by_role("option", name="Banana").click()
    app.settle()
    expect(page.get_by_role("option", name="Cherry")).to_be_disabled()
    page.get_by_role("option", name="Cherry").click(force=True)
    page.get_by_role("option", name="Apple").click()
    app.settle()
    expect(page.get_by_role("option", name="Cherry")).to_be_enabled()
    assert heard == [["Apple", "Banana"], ["Banana"]]


def test_a_text_of_ones_own(run: RunApp):
    """Enter or leaving takes it; a text that is a choice's label is that choice."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        fruit = gr.Dropdown(FRUIT, label="Fruit", allow_custom_value=True)
        several = gr.Dropdown(FRUIT, label="Several", allow_custom_value=True, multiselect=True)
        fruit.input(heard.append, fruit)
        several.input(heard.append, several)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Fruit").fill("an")
    page.get_by_label("Fruit").press("Enter")
    app.settle()
    page.get_by_label("Fruit").fill("Cherry 😀")
    page.get_by_label("Several").focus()
    app.settle()
    page.keyboard.type("<b>own</b>")
    page.keyboard.press("Enter")
    app.settle()
    assert heard == ["an", 4, ["<b>own</b>"]]
    expect(page.get_by_role("listitem")).to_have_text("<b>own</b>")


def test_focus_keys_and_blur_are_told(run: RunApp):
    """Each once; a key tells which it was and what the field has in it then."""
    heard: list[object] = []

    def note(event: gr.KeyUpData) -> None:
        heard.append((event.key, event.input_value))

    with gr.Blocks() as demo:
        fruit = gr.Dropdown(FRUIT, label="Fruit", value=None)
        fruit.focus(lambda: heard.append("focus"))
        fruit.blur(lambda: heard.append("blur"))
        fruit.key_up(note)
        gr.Textbox(label="Next")
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Fruit").click()
    app.settle()
    page.keyboard.press("b")
    app.settle()
    page.get_by_label("Next").focus()
    app.settle()
    assert heard == ["focus", ("b", "b"), "blur"]


def test_choices_can_follow_what_is_typed(run: RunApp):
    """A handler of `key_up` gives other choices while the list is open; what was typed stays."""

    def search(event: gr.KeyUpData):
        return gr.Dropdown(choices=[f"{event.input_value}{n}" for n in range(3)])

    with gr.Blocks() as demo:
        found = gr.Dropdown([], label="Search", interactive=True)
        found.key_up(search, outputs=found)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Search").press_sequentially("x")
    app.settle()
    assert options(page) == ["x0", "x1", "x2"]
    expect(page.get_by_label("Search")).to_have_value("x")
    page.get_by_role("option", name="x1").click()
    app.settle()
    expect(page.get_by_label("Search")).to_have_value("x1")


def test_a_handler_chooses_and_changes_it(show: ShowApp):
    """Value, choices and how many can be chosen follow a handler."""
    with gr.Blocks() as demo:
        fruit = gr.Dropdown(FRUIT, label="Fruit", interactive=True)
        gr.Button("Choose").click(lambda: 4, outputs=fruit)
        gr.Button("Other").click(lambda: gr.Dropdown(choices=["x", "y"]), outputs=fruit)
        gr.Button("Both").click(
            lambda: gr.Dropdown(choices=["p", "q"], value=["q", "p"], multiselect=True), outputs=fruit
        )
    page = show(demo)
    page.get_by_role("button", name="Choose").click()
    expect(page.get_by_label("Fruit")).to_have_value("Cherry 😀")
    page.get_by_role("button", name="Other").click()
    expect(page.get_by_label("Fruit")).to_have_value("")
    page.get_by_role("button", name="Both").click()
    expect(page.get_by_role("listitem")).to_have_text(["q", "p"])


@pytest.mark.parametrize("several", [False, True])
def test_one_that_is_not_interactive_cannot_be_changed(show: ShowApp, several: bool):
    """It shows what is chosen, and opens by neither mouse nor keyboard."""
    with gr.Blocks() as demo:
        gr.Dropdown(FRUIT, value="Banana", label="Fruit", interactive=False, multiselect=several)
    page = show(demo)
    expect(page.get_by_label("Fruit")).not_to_be_editable()
    page.get_by_label("Fruit").click()
    for key in ("ArrowDown", "Enter", "Backspace", "x"):
        page.keyboard.press(key)
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)
    if several:
        expect(page.get_by_role("listitem")).to_have_text(["Banana"])
    else:
        expect(page.get_by_label("Fruit")).to_have_value("Banana")


def test_ten_thousand_choices_are_a_few_elements(run: RunApp):
    """Any of them can be found and chosen, by typing and from the end, though few are in the page at a time."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        many = gr.Dropdown([(f"Choice {n}", n) for n in range(10_000)], label="Many")
        many.input(heard.append, many)
    app = run(demo)
    page = app.open_window()
    field = page.get_by_label("Many")
    field.click()
    assert page.get_by_role("option").count() < 300
    page.keyboard.press("End")
    expect(page.get_by_role("option", name="Choice 9999", exact=True)).to_be_in_viewport()
    page.keyboard.press("Enter")
    app.settle()
    page.keyboard.press("Control+a")
    page.keyboard.type("e 4321")
    page.get_by_role("option", name="Choice 4321").click()
    app.settle()
    assert heard == [9999, 4321]


def test_the_list_is_where_there_is_room(show: ShowApp):
    """At the bottom of the window it opens upwards, and nothing of it is outside."""
    with gr.Blocks() as demo:
        gr.Textbox(lines=20, label="Above")
        gr.Dropdown([str(n) for n in range(50)], label="Low")
    page = show(demo, viewport={"width": 400, "height": 500})
    page.get_by_label("Low").click()
    box = page.get_by_role("listbox").locator("..").bounding_box()
    field = page.get_by_label("Low").bounding_box()
    assert box is not None
    assert field is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= field["y"]
