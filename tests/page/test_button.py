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


RED_DOT = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E"
    "%3Ccircle cx='4' cy='4' r='4' fill='red'/%3E%3C/svg%3E"
)


def test_an_icon_is_shown_before_the_text(show: ShowApp):
    """The picture is there, the button still goes by its text, and a handler takes the picture away."""
    with gr.Blocks() as demo:
        button = gr.Button("Record", icon=RED_DOT)
        button.click(lambda: gr.Button(icon=None), outputs=button)
    page = show(demo)
    button = page.get_by_role("button", name="Record", exact=True)
    picture = page.locator("img")
    assert picture.evaluate("(picture) => picture.decode().then(() => picture.naturalWidth > 0)")
    assert picture.bounding_box()["x"] > button.bounding_box()["x"]
    button.click()
    expect(page.locator("img")).to_have_count(0)


def test_a_link_is_one_to_the_user_and_its_press_still_an_event(run: RunApp):
    """Assistive tools call it a link; a press asks for it to be opened and tells `click`; the page goes nowhere."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        gr.Button("Help", link="https://example.org/help").click(lambda: heard.append("click"))
        gr.Button("Off", link="https://example.org/off", interactive=False)
    app = run(demo)
    page = app.open_window()
    link = page.get_by_role("link", name="Help")
    expect(link).to_have_attribute("href", "https://example.org/help")
    expect(page.get_by_role("button", name="Off")).to_be_disabled()
    link.click()
    app.settle()
    assert heard == ["click"]
    assert app.opened_links == ["https://example.org/help"]


def test_a_handler_makes_a_button_a_link_and_back(show: ShowApp):
    """An update of `link` changes what it is."""
    with gr.Blocks() as demo:
        target = gr.Button("Target")
        gr.Button("Lead").click(lambda: gr.Button(link="https://example.org/"), outputs=target)
        gr.Button("Stay").click(lambda: gr.Button(link=None), outputs=target)
    page = show(demo)
    page.get_by_role("button", name="Lead").click()
    expect(page.get_by_role("link", name="Target")).to_be_visible()
    page.get_by_role("button", name="Stay").click()
    expect(page.get_by_role("button", name="Target")).to_be_visible()


def test_a_link_to_a_page_of_the_app_shows_that_page(show: ShowApp):
    """A path leads to the page of `route`, and back."""
    with gr.Blocks() as demo:
        gr.Button("To the settings", link="/settings")
    with demo.route("Settings", "settings"):
        gr.Textbox(label="Name")
        gr.Button("Back", link="/")
    page = show(demo)
    page.get_by_role("button", name="To the settings").click()
    expect(page.get_by_label("Name")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("button", name="To the settings")).to_be_visible()
    expect(page.get_by_label("Name")).to_be_hidden()
