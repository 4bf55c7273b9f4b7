"""Number as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def test_its_label_reaches_a_field_for_numbers(show: ShowApp):
    """Label, help, placeholder and limits are the field's own."""
    with gr.Blocks() as demo:
        gr.Number(label="Age", info="In years", placeholder="42", minimum=0, maximum=150, step=0.5)
    page = show(demo)
    field = page.get_by_role("spinbutton", name="Age")
    expect(field).to_have_value("")
    expect(field).to_have_attribute("placeholder", "42")
    expect(field).to_have_accessible_description("In years")
    for name, value in (("min", "0"), ("max", "150"), ("step", "0.5")):
        expect(field).to_have_attribute(name, value)


@pytest.mark.parametrize(
    ("typed", "got"),
    [("42", "int 42"), ("-1.5", "float -1.5"), ("1e3", "int 1000"), ("0", "int 0"), ("", "NoneType None")],
)
def test_handlers_get_the_number_that_was_typed(show: ShowApp, typed: str, got: str):
    """Whole numbers come as `int`, others as `float`, an empty field as None."""
    with gr.Blocks() as demo:
        number = gr.Number(label="Number", value=7)
        out = gr.Markdown()
        number.submit(lambda value: f"{type(value).__name__} {value}", number, out)
    page = show(demo)
    page.get_by_label("Number").clear()
    page.get_by_label("Number").press_sequentially(typed)
    page.get_by_label("Number").press("Enter")
    expect(page.get_by_text(got, exact=True)).to_be_visible()


def test_typing_on_is_left_alone(run: RunApp):
    """What is no number yet, or a number written longer, stays as it was typed."""
    with gr.Blocks() as demo:
        number = gr.Number(label="Number")
        other = gr.Number(label="Other")
        number.change(lambda value: value, number, other)
        number.change(lambda value: value and float(value), number, number)
    app = run(demo)
    page = app.open_window()
    for key in "-2.050":
        page.get_by_label("Number").press(key)
        app.settle()
    expect(page.get_by_label("Number")).to_have_value("-2.050")
    expect(page.get_by_label("Other")).to_have_value("-2.05")


def test_the_steps_change_the_number(show: ShowApp):
    """Arrow keys and the buttons behind the number go one step, not beyond the limits."""
    with gr.Blocks() as demo:
        number = gr.Number(label="Number", value=1, maximum=2, step=0.5, interactive=True)
        other = gr.Number(label="Other")
        number.change(lambda value: value, number, other)
    page = show(demo)
    page.get_by_label("Number").press("ArrowUp")
    expect(page.get_by_label("Other")).to_have_value("1.5")
    page.get_by_role("button", name="Increment").click()
    expect(page.get_by_label("Other")).to_have_value("2")
    page.get_by_label("Number").press("ArrowUp")
    page.get_by_role("button", name="Decrement").click()
    expect(page.get_by_label("Other")).to_have_value("1.5")


def test_a_number_out_of_its_limits_is_explained(show: ShowApp):
    """A handler that asks for it does not run; the user reads which limit it is."""
    with gr.Blocks() as demo:
        number = gr.Number(label="Age", minimum=18)
        out = gr.Markdown("nothing yet")
        gr.Button("Go").click(lambda value: f"got {value}", number, out)
    page = show(demo)
    page.get_by_label("Age").fill("17")
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("alert")).to_contain_text("Age has to be 18 or more.")
    expect(page.get_by_text("nothing yet")).to_be_visible()
    page.get_by_label("Age").fill("18")
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("got 18")).to_be_visible()


def test_only_what_the_user_may_change_can_be_changed(show: ShowApp):
    """A number that only listeners write, or that says so, has no steps and takes no typing."""
    with gr.Blocks() as demo:
        mine = gr.Number(label="Mine", value=1)
        result = gr.Number(label="Result", value=2)
        gr.Number(label="Fixed", value=3, interactive=False)
        mine.change(lambda value: value, mine, result)
    page = show(demo)
    expect(page.get_by_label("Mine")).to_be_editable()
    expect(page.get_by_role("button")).to_have_count(2)
    for label, value in (("Result", "2"), ("Fixed", "3")):
        expect(page.get_by_label(label)).not_to_be_editable()
        page.get_by_label(label).press("ArrowUp")
        page.keyboard.type("9")
        expect(page.get_by_label(label)).to_have_value(value)


def test_focus_and_blur_are_told_once_each(run: RunApp):
    """Coming to the field and leaving it are events; its own buttons are part of it."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        number = gr.Number(label="Number", value=1)
        number.focus(lambda: heard.append("focus"))
        number.blur(lambda: heard.append("blur"))
        gr.Textbox(label="Next")
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Number").click()
    page.keyboard.type("1")
    page.get_by_role("button", name="Increment").click()
    app.settle()
    assert heard == ["focus"]
    page.get_by_label("Next").click()
    app.settle()
    assert heard == ["focus", "blur"]


def test_properties_follow_a_handler(show: ShowApp):
    """Limits, step, label and value change with an update; a limit can go away."""
    with gr.Blocks() as demo:
        number = gr.Number(label="Number", value=1, minimum=0, maximum=5, interactive=True)
        gr.Button("Change").click(
            lambda: gr.update(value=None, label="Count", minimum=None, maximum=9, step=3), outputs=number
        )
    page = show(demo)
    page.get_by_role("button", name="Change").click()
    field = page.get_by_label("Count")
    expect(field).to_have_value("")
    expect(field).to_have_attribute("max", "9")
    expect(field).to_have_attribute("step", "3")
    expect(field).not_to_have_attribute("min", "0")


def test_what_is_read_only_has_no_events_of_the_users(run: RunApp):
    """Coming to it, leaving it and Enter are told of a field that can be filled in alone."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        number = gr.Number(3, label="Fixed", interactive=False)
        for event in ("focus", "blur", "submit"):
            getattr(number, event)(lambda event=event: heard.append(event))
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Fixed").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    app.settle()
    assert heard == []
