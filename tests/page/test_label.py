"""Label as a person sees it."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp

SURE = {"dog": 0.25, "cat": 0.7, "<b>bird</b>": 0.05}


def test_classes_are_there_with_how_sure_they_are(show: ShowApp):
    """The surest in large letters, then each with its part of a hundred."""
    with gr.Blocks() as demo:
        gr.Label(SURE, label="Animal")
        gr.Label(SURE, label="Two", num_top_classes=2, show_heading=False, show_label=False)
        gr.Label(3, label="Number", show_heading=False)
    page = show(demo)
    animal = page.get_by_label("Animal")
    assert animal.get_by_role("button").all_inner_texts() == ["cat\n70%", "dog\n25%", "<b>bird</b>\n5%"]
    expect(animal.get_by_text("cat", exact=True).first).to_have_class("label-heading")
    expect(page.get_by_label("Two").get_by_role("button")).to_have_count(2)
    expect(page.get_by_label("Two").locator(".label-heading")).to_be_hidden()
    expect(page.get_by_label("Number").get_by_text("3")).to_be_visible()


def test_a_class_can_be_chosen(run: RunApp):
    """By mouse and keyboard."""
    heard: list[object] = []

    def note(event: gr.SelectData) -> None:
        heard.append((event.index, event.value))

    with gr.Blocks() as demo:
        gr.Label(SURE, label="Animal").select(note)
    app = run(demo)
    page = app.open_window()
    page.get_by_role("button", name="dog").click()
    app.settle()
    page.get_by_role("button", name="cat").press("Enter")
    app.settle()
    assert heard == [(1, "dog"), (0, "cat")]


def test_its_colour_leaves_the_letters_readable(show: ShowApp):
    """They are black or white, whichever stands out; what is no colour changes nothing."""
    with gr.Blocks() as demo:
        gr.Label("x", label="Yellow", color="yellow")
        gr.Label("x", label="Navy", color="#000080")
        gr.Label("x", label="None", color="not;a:colour")
    page = show(demo, color_scheme="dark")
    for name, background, color in (
        ("Yellow", "rgb(255, 255, 0)", "rgb(0, 0, 0)"),
        ("Navy", "rgb(0, 0, 128)", "rgb(255, 255, 255)"),
        ("None", "rgba(0, 0, 0, 0)", None),
    ):
        heading = page.get_by_label(name).locator(".label-heading")
        expect(heading).to_have_css("background-color", background)
        if color:
            expect(heading).to_have_css("color", color)
        else:
            expect(heading).not_to_have_css("color", "rgb(0, 0, 0)")


def test_it_follows_a_handler(show: ShowApp):
    """From nothing to classes to a text and back to nothing."""
    with gr.Blocks() as demo:
        label = gr.Label(label="Animal")
        for name, value in (("Classes", SURE), ("Text", "a horse"), ("Nothing", None)):
            gr.Button(name).click(lambda value=value: value, outputs=label)
    page = show(demo)
    rows = page.get_by_label("Animal").get_by_role("button")
    page.get_by_role("button", name="Classes").click()
    expect(rows).to_have_count(3)
    page.get_by_role("button", name="Text").click()
    expect(page.get_by_label("Animal").get_by_text("a horse")).to_be_visible()
    expect(rows).to_have_count(0)
    page.get_by_role("button", name="Nothing").click()
    expect(page.get_by_label("Animal")).to_have_text("")
