"""ColorPicker as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from desktop_app.components.color_names import BY_NAME
from tests.page.conftest import RunApp, ShowApp


def test_its_label_reaches_the_palette(show: ShowApp):
    """Label and help are the palette's, and the code beside it can be read."""
    with gr.Blocks() as demo:
        gr.ColorPicker("#123456", label="Paint", info="For the walls")
    page = show(demo)
    palette = page.get_by_label("Paint")
    expect(palette).to_have_attribute("type", "color")
    expect(palette).to_have_value("#123456")
    expect(palette).to_have_accessible_description("For the walls")
    expect(page.get_by_label("Colour code")).to_have_value("#123456")
    expect(page.get_by_label("Colour code")).to_have_accessible_description("Paint")


def test_choosing_from_the_palette_tells(run: RunApp):
    """The code follows; `input` and `change` come on the way and `release` at the end."""
    heard: list[tuple[str, str]] = []
    with gr.Blocks() as demo:
        color = gr.ColorPicker(label="Paint")
        for event in ("input", "change", "release"):
            getattr(color, event)(lambda color, event=event: heard.append((event, color)), color)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Paint").fill("#ff8800")
    app.settle()
    expect(page.get_by_label("Colour code")).to_have_value("#ff8800")
    assert sorted(heard) == [("change", "#ff8800"), ("input", "#ff8800"), ("release", "#ff8800")]


@pytest.mark.parametrize(
    ("typed", "got", "shown"),
    [("#FA0", "#ffaa00", "#ffaa00"), ("00ff7f", "#00ff7f", "#00ff7f"), ("#11223380", "#11223380", "#11223380"),
     ("", None, ""), ("#12", "#000001", "#000001"), ("lila", "#000001", "#000001")],
)  # fmt: skip
def test_a_code_can_be_typed(run: RunApp, typed: str, got: str | None, shown: str):
    """Short and long, with and without its sign; what is no colour goes back to what was."""
    heard: list[str | None] = []
    with gr.Blocks() as demo:
        color = gr.ColorPicker("#000001", label="Paint")
        color.submit(heard.append, color)
    app = run(demo)
    page = app.open_window()
    code = page.get_by_label("Colour code")
    code.clear() if not typed else code.fill(typed)
    code.press("Enter")
    app.settle()
    assert heard == [got]
    code.press("Tab")
    expect(code).to_have_value(shown)
    expect(page.get_by_label("Paint")).to_have_value((got or "#000000")[:7])


def test_focus_and_blur_are_told_once_each(run: RunApp):
    """Palette and code are one field."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        color = gr.ColorPicker(label="Paint")
        color.focus(lambda: heard.append("focus"))
        color.blur(lambda: heard.append("blur"))
        gr.Textbox(label="Next")
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Paint").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Colour code")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Next")).to_be_focused()
    app.settle()
    assert heard == ["focus", "blur"]


def test_only_what_the_user_may_change_can_be_changed(show: ShowApp):
    """What only listeners write is shown, and its code can be copied."""
    with gr.Blocks() as demo:
        mine, ours = gr.ColorPicker(label="Mine"), gr.ColorPicker("#00ff00", label="Ours")
        mine.change(lambda color: color, mine, ours)
    page = show(demo)
    expect(page.get_by_label("Ours")).to_be_disabled()
    expect(page.get_by_label("Colour code").nth(1)).not_to_be_editable()
    page.get_by_label("Mine").fill("#abcdef")
    expect(page.get_by_label("Ours")).to_have_value("#abcdef")
    expect(page.get_by_label("Colour code").nth(1)).to_have_value("#abcdef")


def test_no_colour_is_not_black(show: ShowApp):
    """A picker without a value says so, also when a handler takes it away."""
    with gr.Blocks() as demo:
        color = gr.ColorPicker("#ffffff", label="Paint", interactive=True)
        gr.Button("Empty").click(lambda: None, None, color)
    page = show(demo)
    expect(page.get_by_label("Paint")).not_to_have_attribute("data-empty", "")
    page.get_by_role("button", name="Empty").click()
    expect(page.get_by_label("Paint")).to_have_attribute("data-empty", "")
    expect(page.get_by_label("Colour code")).to_have_value("")


def test_names_mean_what_the_engine_has_them_mean(show: ShowApp):
    """Each name that CSS has, in whichever case."""
    page = show(gr.Blocks())
    script = """(names) => names.map((name) => {
        const context = document.createElement("canvas").getContext("2d");
        context.fillStyle = name;
        return context.fillStyle;
    })"""
    assert page.evaluate(script, list(BY_NAME)) == list(BY_NAME.values())
    assert gr.ColorPicker().to_page("RebeccaPurple") == BY_NAME["rebeccapurple"]
