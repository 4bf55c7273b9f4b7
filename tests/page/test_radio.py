"""Radio as a person uses it."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def test_it_is_a_named_group_of_circles(show: ShowApp):
    """The group goes by its label, each circle by its choice, and help can be read."""
    with gr.Blocks() as demo:
        gr.Radio(["Small", ("Quite large", "large")], value="large", label="Size", info="Pick one")
        gr.Radio([1, 2.5], label="Number", show_label=False)
    page = show(demo)
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
      - text: Size
      - radiogroup "Size":
        - radio "Small"
        - radio "Quite large" [checked]
      - text: Pick one Number
      - radiogroup "Number":
        - radio "1"
        - radio "2.5"
    """)
    expect(page.get_by_role("radiogroup", name="Size")).to_have_accessible_description("Pick one")
    expect(page.get_by_label("Quite large")).to_be_checked()


def test_handlers_get_the_choice(run: RunApp):
    """A click chooses; the value keeps its type, and `select` tells its place."""
    heard: list[object] = []

    def note(value: object, event: gr.SelectData) -> None:
        heard.append((value, event.index, event.value))

    with gr.Blocks() as demo:
        radio = gr.Radio(["a", ("two", 2)], label="Radio")
        radio.select(note, radio)
        radio.change(heard.append, radio)
        radio.input(heard.append, radio)
    app = run(demo)
    page = app.open_window()
    page.get_by_text("two").click()
    app.settle()
    assert sorted(heard, key=str) == [(2, 1, 2), 2, 2]
    heard.clear()
    page.get_by_label("two").click()
    app.settle()
    assert heard == []


def test_the_arrow_keys_go_round(run: RunApp):
    """Tab reaches the choice, the arrow keys take the next or the one before; each group keeps to itself."""
    heard: list[int] = []
    with gr.Blocks() as demo:
        radio = gr.Radio(["a", "b", "c"], value="b", label="First", type="index")
        gr.Radio(["a", "b", "c"], value="a", label="Second")
        radio.input(heard.append, radio)
    app = run(demo)
    page = app.open_window()
    first = page.get_by_role("radiogroup", name="First")
    second = page.get_by_role("radiogroup", name="Second")
    page.keyboard.press("Tab")
    expect(first.get_by_label("b")).to_be_focused()
    for key in ("ArrowDown", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
        app.settle()
    assert heard == [2, 0, 2]
    page.keyboard.press("Tab")
    expect(second.get_by_label("a")).to_be_focused()
    expect(second.get_by_label("a")).to_be_checked()


def test_it_can_go_from_right_to_left(show: ShowApp):
    """The first choice is at the right, and its circle at the right of its text."""
    with gr.Blocks() as demo:
        gr.Radio(["a", "b"], label="Radio", rtl=True)
    page = show(demo)
    first, second = page.get_by_label("a", exact=True).bounding_box(), page.get_by_label("b", exact=True).bounding_box()
    assert first is not None
    assert second is not None
    assert first["x"] > second["x"]
    text = page.get_by_text("a", exact=True).bounding_box()
    assert text is not None
    assert first["x"] > text["x"]


def test_a_handler_chooses_and_changes_the_choices(show: ShowApp):
    """A choice that is gone is not chosen any more; None chooses nothing."""
    with gr.Blocks() as demo:
        radio = gr.Radio(["a", "b"], value="a", label="Radio", interactive=True)
        out = gr.Markdown()
        gr.Button("Other").click(lambda: gr.Radio(choices=["b", "c"]), outputs=radio)
        gr.Button("Choose").click(lambda: "c", outputs=radio)
        gr.Button("None").click(lambda: None, outputs=radio)
        gr.Button("Tell").click(lambda value: f"it is {value}", radio, out)
    page = show(demo)
    page.get_by_role("button", name="Other").click()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    page.get_by_role("button", name="Tell").click()
    expect(page.get_by_text("it is None")).to_be_visible()
    page.get_by_role("button", name="Choose").click()
    expect(page.get_by_label("c", exact=True)).to_be_checked()
    page.get_by_role("button", name="None").click()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_one_that_is_not_interactive_cannot_be_changed(show: ShowApp):
    """Its circles are disabled and still show the choice."""
    with gr.Blocks() as demo:
        gr.Radio(["a", "b"], value="a", label="Radio", interactive=False)
    page = show(demo)
    expect(page.get_by_label("a", exact=True)).to_be_disabled()
    page.get_by_text("b", exact=True).click(force=True)
    expect(page.get_by_label("a", exact=True)).to_be_checked()
