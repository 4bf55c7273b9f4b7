"""Blocks that the user puts into another order."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def order(page: Page) -> list[str]:
    """The names of what can be moved, as it stands in the page."""
    names = page.get_by_role("button", name="Move ").evaluate_all("(all) => all.map((each) => each.ariaLabel)")
    return [name.removeprefix("Move ") for name in names]


def drag(page: Page, name: str, to: str, *, beyond: float = 0.9) -> None:
    """Take a handle and let go of it over another block, by default at its end."""
    handle = page.get_by_role("button", name=f"Move {name}").bounding_box()
    target = page.locator(f"#{to}").bounding_box()
    assert handle is not None
    assert target is not None
    page.mouse.move(handle["x"] + 5, handle["y"] + 5)
    page.mouse.down()
    page.mouse.move(target["x"] + target["width"] * beyond, target["y"] + target["height"] * beyond, steps=8)


def three(orientation: str = "column") -> gr.Blocks:
    """Fields and a button."""
    with gr.Blocks() as demo, gr.Draggable(orientation=orientation):
        gr.Textbox(label="A", elem_id="a")
        gr.Textbox(label="B", lines=4, elem_id="b")
        gr.Button("C", elem_id="c")
    return demo


@pytest.mark.parametrize("orientation", ["column", "row"])
def test_the_mouse_moves_a_block(show: ShowApp, orientation: str):
    """To where it is let go of; what is in it stays."""
    page = show(three(orientation))
    assert order(page) == ["A", "B", "C"]
    page.get_by_label("A", exact=True).fill("typed")
    drag(page, "A", "c")
    page.mouse.up()
    assert order(page) == ["B", "C", "A"]
    expect(page.get_by_label("A", exact=True)).to_have_value("typed")
    drag(page, "A", "b", beyond=0.1)
    page.mouse.up()
    assert order(page) == ["A", "B", "C"]
    page.mouse.move(0, 0)
    assert order(page) == ["A", "B", "C"]


@pytest.mark.parametrize(("orientation", "along", "across"), [("column", "y", "x"), ("row", "x", "y")])
def test_the_direction_is_as_declared(show: ShowApp, orientation: str, along: str, across: str):
    """Below each other, or beside."""
    page = show(three(orientation))
    a, b = page.locator("#a").bounding_box(), page.locator("#b").bounding_box()
    assert a is not None
    assert b is not None
    first, second = dict(a), dict(b)
    assert first[along] < second[along]
    assert first[across] == second[across]


def test_the_keyboard_moves_a_block(show: ShowApp):
    """Arrow keys, Home and End on its handle, which keeps the focus; where it is now is said."""
    page = show(three())
    handle = page.get_by_role("button", name="Move A")
    handle.focus()
    for key, expected, said in (
        ("ArrowDown", "BAC", "2 / 3"),
        ("ArrowRight", "BCA", "3 / 3"),
        ("ArrowDown", "BCA", "3 / 3"),
        ("ArrowUp", "BAC", "2 / 3"),
        ("Home", "ABC", "1 / 3"),
        ("ArrowLeft", "ABC", "1 / 3"),
        ("End", "BCA", "3 / 3"),
    ):
        page.keyboard.press(key)
        assert "".join(order(page)) == expected
        expect(handle).to_be_focused()
        expect(page.get_by_role("status")).to_have_text(said)


def test_escape_puts_everything_back(show: ShowApp):
    """While the mouse is still down."""
    page = show(three())
    drag(page, "A", "c")
    assert order(page) == ["B", "C", "A"]
    page.keyboard.press("Escape")
    page.mouse.up()
    assert order(page) == ["A", "B", "C"]


def test_the_order_stays_when_something_else_changes(run: RunApp):
    """A block that comes back has its place, a new label is the handle's as well; a new load starts as declared."""
    with gr.Blocks() as demo:
        with gr.Draggable():
            first = gr.Textbox(label="A")
            second = gr.Textbox(label="B")
            gr.Textbox(label="C")
        gr.Button("Rename").click(lambda: gr.Textbox(label="Z"), outputs=first)
        gr.Button("Hide").click(lambda: gr.Textbox(visible=False), outputs=second)
        gr.Button("Show").click(lambda: gr.Textbox(visible=True), outputs=second)
    app = run(demo)
    page = app.open_window()
    page.get_by_role("button", name="Move A").press("End")
    assert order(page) == ["B", "C", "A"]
    for name, expected in (("Rename", "BCZ"), ("Hide", "CZ"), ("Show", "BCZ")):
        page.get_by_role("button", name=name, exact=True).click()
        app.settle()
        assert "".join(order(page)) == expected


def test_blocks_without_a_label_are_counted(show: ShowApp):
    """Each handle has a name."""
    with gr.Blocks() as demo, gr.Draggable():
        with gr.Row():
            gr.Textbox(label="In a row")
        gr.Markdown("text")
    page = show(demo)
    assert order(page) == ["1", "2"]
    page.get_by_role("button", name="Move 1").press("ArrowDown")
    assert page.get_by_label("In a row").bounding_box()["y"] > page.get_by_text("text").bounding_box()["y"]  # type: ignore[index]


def test_what_is_in_a_moved_block_works(run: RunApp):
    """Its events are told as before."""
    heard: list[str] = []
    with gr.Blocks() as demo, gr.Draggable():
        gr.Textbox(label="A")
        gr.Button("Press").click(lambda: heard.append("click"))
    app = run(demo)
    page = app.open_window()
    page.get_by_role("button", name="Move Press").press("ArrowUp")
    page.get_by_role("button", name="Press", exact=True).click()
    app.settle()
    assert heard == ["click"]


@pytest.mark.parametrize("orientation", ["column", "row"])
def test_it_fits_a_narrow_window(show: ShowApp, orientation: str):
    """In both directions."""
    page = show(three(orientation), viewport={"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
