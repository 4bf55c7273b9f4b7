"""What is shown, what is hidden, and what a block's element is called."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


@pytest.mark.parametrize(("visible", "count"), [(False, 0), ("hidden", 1)])
def test_what_is_not_visible_is_not_seen(show: ShowApp, visible: bool | str, count: int):
    """False is not in the page at all, "hidden" is there unseen."""
    with gr.Blocks() as demo:
        gr.Textbox(label="a", elem_id="a", visible=visible)
        with gr.Column(visible=visible, elem_id="column"):
            gr.Markdown("text")
    page = show(demo)
    for element in (page.locator("#a"), page.locator("#column")):
        expect(element).to_have_count(count)
        expect(element).to_be_hidden()


@pytest.mark.parametrize("visible", [False, "hidden"])
def test_hiding_keeps_value_and_place(run: RunApp, visible: bool | str):
    """What the user typed is there again, between the same neighbours, and can be typed on."""
    with gr.Blocks() as demo:
        gr.Markdown("above")
        box = gr.Textbox(label="Box", interactive=True, elem_classes="placed")
        gr.Markdown("below")
        out = gr.Markdown()
        gr.Button("Hide").click(lambda: gr.Textbox(visible=visible), outputs=box)
        gr.Button("Show").click(lambda: gr.Textbox(visible=True), outputs=box)
        gr.Button("Read").click(lambda text: f"read {text}", box, out)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Box").fill("kept")
    before = page.locator(".placed").bounding_box()
    page.get_by_role("button", name="Hide").click()
    expect(page.get_by_label("Box")).to_be_hidden()
    page.get_by_role("button", name="Read").click()
    expect(page.get_by_text("read kept")).to_be_visible()
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_label("Box")).to_be_visible()
    expect(page.get_by_label("Box")).to_have_value("kept")
    assert page.locator(".placed").bounding_box() == before
    page.get_by_label("Box").press("End")
    page.keyboard.type("!")
    page.get_by_role("button", name="Read").click()
    expect(page.get_by_text("read kept!")).to_be_visible()


def test_a_handler_writes_what_is_not_visible(show: ShowApp):
    """A value that comes while a block is away is shown when it is back, at its full height."""
    with gr.Blocks() as demo:
        away = gr.Textbox(label="Away", lines=1, max_lines=5, visible=False)
        unseen = gr.Textbox(label="Unseen", lines=1, max_lines=5, visible="hidden")
        gr.Button("Write").click(lambda: ("1\n2\n3", "1\n2\n3"), outputs=[away, unseen])
        gr.Button("Show").click(lambda: [gr.Textbox(visible=True)] * 2, outputs=[away, unseen])
    page = show(demo)
    page.get_by_role("button", name="Write").click()
    page.get_by_role("button", name="Show").click()
    for label in ("Away", "Unseen"):
        box = page.get_by_label(label)
        expect(box).to_have_value("1\n2\n3")
        page.wait_for_function("(box) => box.clientHeight > 50", arg=box.element_handle())


def test_a_hidden_layout_hides_all_in_it(show: ShowApp):
    """A column shown by a handler brings what is in it."""
    with gr.Blocks() as demo:
        with gr.Column(visible=False) as more:
            inner = gr.Textbox(label="Inner", visible=False)
            gr.Textbox(label="Other")
        gr.Button("More").click(lambda: (gr.Column(visible=True), gr.update(visible=True)), outputs=[more, inner])
    page = show(demo)
    expect(page.get_by_label("Other")).to_have_count(0)
    page.get_by_role("button", name="More").click()
    expect(page.get_by_label("Other")).to_be_visible()
    expect(page.get_by_label("Inner")).to_be_visible()


def test_id_and_classes_are_the_wrappers(show: ShowApp):
    """`elem_id` and `elem_classes` are on one element around each block, also when a handler changes them."""
    with gr.Blocks(elem_id="root") as demo:
        with gr.Row(elem_id="row", elem_classes=["one", "two"]), gr.Column(elem_id="column"):
            gr.Textbox(label="Box", elem_id="box")
            gr.Markdown("text", elem_id="text")
            gr.Number(label="Number", elem_id="number")
            gr.CheckboxGroup(["a"], label="Group", elem_id="group")
        button = gr.Button("Change", elem_id="button", elem_classes="old")
        button.click(lambda: gr.Button(elem_id="new", elem_classes=["fresh"]), outputs=button)
    page = show(demo)
    expect(page.locator("#root > #row.one.two > #column > #box")).to_be_visible()
    expect(page.locator("#box").get_by_label("Box")).to_be_visible()
    for name in ("text", "number", "group", "button"):
        expect(page.locator(f"#{name}")).to_have_count(1)
    page.get_by_role("button", name="Change").click()
    expect(page.locator("#new.fresh").get_by_role("button")).to_be_visible()
    expect(page.locator("#button, .old")).to_have_count(0)


def test_an_event_of_what_has_gone_meanwhile_is_refused(run: RunApp, complaints):
    """A press that crosses the button's removal on its way does nothing."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        button = gr.Button("Go", elem_id="go", visible=False)
        button.click(lambda: heard.append("click"))
    app = run(demo)
    page = app.open_window()
    surface = app.surfaces[0]
    nonce = surface.told[0]["nonce"]
    page.evaluate("text => desktopAppTransport.send(text)", _click(nonce, button.id))
    app.settle()
    complaints.expect("Button 'Go' is hidden or disabled")
    assert heard == []


def _click(nonce: str, target: int) -> str:
    return f'{{"type":"event","number":1,"nonce":"{nonce}","target":{target},"event":"click"}}'
