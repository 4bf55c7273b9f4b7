"""Button as a person uses it."""

from __future__ import annotations

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def test_mouse_and_keyboard_press_it_once_each(run: RunApp):
    """A click, Enter and Space are one event each."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        gr.Button("Go").click(lambda: heard.append("click"))
    app = run(demo)
    page = app.open_window()
    button = page.get_by_role("button", name="Go")
    button.click()
    app.settle()
    assert len(heard) == 1
    page.keyboard.press("Enter")
    app.settle()
    assert len(heard) == 2
    page.keyboard.press("Space")
    app.settle()
    assert len(heard) == 3


def test_a_disabled_button_does_nothing(run: RunApp):
    """`interactive=False` takes no press, by mouse or keyboard or script, and can be ended by a handler."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        go = gr.Button("Go", interactive=False)
        go.click(lambda: heard.append("click"))
        gr.Button("Allow").click(lambda: gr.Button(interactive=True), outputs=go)
    app = run(demo)
    page = app.open_window()
    button = page.get_by_role("button", name="Go")
    expect(button).to_be_disabled()
    button.click(force=True)
    page.evaluate("document.querySelector('wa-button').click()")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the first that can be reached is the other one
    expect(button).to_be_enabled()
    app.settle()
    assert heard == []
    button.click()
    app.settle()
    assert heard == ["click"]


def test_variants_and_sizes_differ(show: ShowApp):
    """Each variant has a colour of its own, each size a height of its own."""
    with gr.Blocks() as demo:
        for variant in ("primary", "secondary", "stop", "huggingface"):
            gr.Button(variant, variant=variant)
        for size in ("sm", "md", "lg"):
            gr.Button(size, size=size)
    page = show(demo)

    def style(name: str, what: str) -> str:
        script = "(button, what) => getComputedStyle(button)[what]"
        return page.get_by_role("button", name=name, exact=True).evaluate(script, what)

    colours = {style(name, "backgroundColor") for name in ("primary", "secondary", "stop", "huggingface")}
    assert len(colours) == 4
    heights = [float(style(name, "height").removesuffix("px")) for name in ("sm", "md", "lg")]
    assert heights == sorted(set(heights))


def test_handlers_get_and_change_its_text(show: ShowApp):
    """The text on it is its value; text, variant and size follow a handler."""
    with gr.Blocks() as demo:
        button = gr.Button("Start")
        button.click(lambda text: gr.Button(f"{text}ed", variant="stop", size="sm"), button, button)
    page = show(demo)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("button", name="Started", exact=True)).to_be_visible()
