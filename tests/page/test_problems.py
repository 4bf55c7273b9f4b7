"""What is wrong with what the user entered, at the field itself."""

from __future__ import annotations

import threading

from playwright.sync_api import Locator, Page, expect

import desktop_app as gr
from desktop_app.blocks.blocks import Blocks
from tests.page.conftest import RunApp, ShowApp


def registration() -> Blocks:
    """An app that takes a name, an age of 18 or more, and a colour."""

    def check(name: str, age: int, colours: list[str]) -> list[object]:
        return [
            gr.validate(bool(name), "Please enter a name."),
            gr.validate(age >= 18, "You have to be 18."),
            gr.validate(bool(colours), "Choose a colour."),
        ]

    with gr.Blocks() as demo:
        name, age = gr.Textbox(label="Name", info="As in your passport"), gr.Number(3, label="Age", elem_id="age")
        colours = gr.CheckboxGroup(["red", "green"], label="Colours")
        out = gr.Textbox(label="Out")
        gr.Button("Send").click(lambda name, *_: f"Welcome, {name}", [name, age, colours], out, validator=check)
    return demo


def send(page: Page) -> None:
    """Press the button."""
    page.get_by_role("button", name="Send").click()


def description(control: Locator) -> str:
    """What a screen reader says about a control, beside its name."""
    page = control.page
    session = page.context.new_cdp_session(page)
    control.evaluate("(control) => { window.asked = control; }")
    found = session.send("Runtime.evaluate", {"expression": "asked"})["result"]["objectId"]
    tree = session.send("Accessibility.getPartialAXTree", {"objectId": found, "fetchRelatives": False})
    session.detach()
    return str(tree["nodes"][0].get("description", {}).get("value", ""))


def test_each_field_says_what_is_wrong_with_it(show: ShowApp):
    """Below the field and aloud, in the colour of danger; the function does not run."""
    page = show(registration())
    send(page)
    expect(page.get_by_role("alert")).to_have_text(["Please enter a name.", "You have to be 18.", "Choose a colour."])
    for label in ("Name", "Age", "red", "green"):
        expect(page.get_by_label(label)).to_have_attribute("aria-invalid", "true")
    field, problem = page.get_by_label("Age"), page.get_by_role("alert").nth(1)
    assert problem.bounding_box()["y"] > field.bounding_box()["y"] + field.bounding_box()["height"]
    expect(page.get_by_label("Out")).to_have_value("")


def test_a_screen_reader_reads_it_with_the_field(show: ShowApp):
    """After the help that the field has anyway, which is all that is left when it is right."""
    page = show(registration())
    send(page)
    expect(page.get_by_label("Name")).to_have_attribute("aria-invalid", "true")
    assert description(page.get_by_label("Name")) == "As in your passport Please enter a name."
    assert description(page.get_by_label("red")) == "Choose a colour."
    page.get_by_label("Name").fill("Ada")
    expect(page.get_by_label("Name")).not_to_have_attribute("aria-invalid", "true")
    assert description(page.get_by_label("Name")) == "As in your passport"


def test_it_goes_as_soon_as_the_user_edits_the_field(show: ShowApp):
    """The others keep theirs; when all is right the function runs."""
    page = show(registration())
    send(page)
    expect(page.get_by_role("alert")).to_have_count(3)
    page.get_by_label("Name").press("A")
    expect(page.get_by_role("alert")).to_have_text(["You have to be 18.", "Choose a colour."])
    page.get_by_label("red").check()
    page.get_by_label("Age").fill("17")
    expect(page.get_by_role("alert")).to_have_count(0)
    send(page)
    expect(page.get_by_role("alert")).to_have_text(["You have to be 18."])
    page.get_by_label("Age").fill("18")
    send(page)
    expect(page.get_by_label("Out")).to_have_value("Welcome, A")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_it_goes_when_python_says_so(show: ShowApp):
    """A value that a handler has put right is no longer wrong at the next try."""
    with gr.Blocks() as demo:
        age = gr.Number(3, label="Age")
        gr.Button("Send").click(lambda age: None, age, validator=lambda age: gr.validate(age >= 18, "Too young."))
        gr.Button("Correct").click(lambda: 30, outputs=age)
    page = show(demo)
    send(page)
    expect(page.get_by_role("alert")).to_have_text(["Too young."])
    page.get_by_role("button", name="Correct").click()
    send(page)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_label("Age")).not_to_have_attribute("aria-invalid", "true")


def test_a_problem_of_an_older_text_is_not_shown(run: RunApp):
    """Who has typed on meanwhile does not read what was wrong before."""
    may_go_on = threading.Semaphore(0)

    def check(text: str) -> object:
        may_go_on.acquire(timeout=5)
        return gr.validate(len(text) > 3, f"{text!r} is too short.")

    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box")
        gr.Button("Send").click(lambda text: None, box, validator=check)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Box").fill("ab")
    send(page)
    page.get_by_label("Box").fill("abc")
    may_go_on.release()
    app.settle()
    expect(page.get_by_role("alert")).to_have_count(0)
    send(page)
    may_go_on.release()
    expect(page.get_by_role("alert")).to_have_text(["'abc' is too short."])


def test_its_text_is_plain(show: ShowApp):
    """What looks like an element is shown as it is written."""
    text = "<img src=x onerror=alert(1)> & more"
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box")
        gr.Button("Send").click(lambda text: None, box, validator=lambda _: gr.validate(False, text))
    page = show(demo)
    send(page)
    expect(page.get_by_role("alert")).to_have_text([text])


def test_a_field_that_was_not_drawn_shows_it_later(show: ShowApp):
    """A problem in a tab that nobody has looked at is there when its tab is selected."""
    with gr.Blocks() as demo:
        gr.Tab("One")
        with gr.Tab("Two"):
            box = gr.Textbox(label="Box", interactive=True)
        out = gr.Textbox(label="Out")
        button = gr.Button("Send")
        button.click(lambda text: None, box, validator=lambda _: gr.validate(False, "Enter something."))
        button.click(lambda: "sent", outputs=out)
    page = show(demo)
    send(page)
    expect(page.get_by_label("Out")).to_have_value("sent")
    page.get_by_role("tab", name="Two").click()
    expect(page.get_by_role("alert")).to_have_text(["Enter something."])
    expect(page.get_by_label("Box")).to_have_attribute("aria-invalid", "true")
