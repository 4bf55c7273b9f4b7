"""Textbox as a person uses it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def test_its_label_reaches_a_text_area_and_its_help_describes_it(show: ShowApp):
    """Label, help and placeholder are what assistive tools read."""
    with gr.Blocks() as demo:
        gr.Textbox(label="Name", info="As in your passport", placeholder="Ada Lovelace")
    page = show(demo)
    box = page.get_by_role("textbox", name="Name")
    expect(box).to_have_js_property("tagName", "TEXTAREA")
    expect(box).to_have_attribute("placeholder", "Ada Lovelace")
    expect(box).to_have_accessible_description("As in your passport")
    expect(page.get_by_text("As in your passport")).to_be_visible()
    expect(page.get_by_placeholder("Ada Lovelace")).to_have_value("")


def test_a_hidden_label_still_names_the_box(show: ShowApp):
    """`show_label=False` takes the label from sight, not from screen readers."""
    with gr.Blocks() as demo:
        gr.Textbox(label="Shown")
        gr.Textbox(label="Unseen", show_label=False)
    page = show(demo)
    expect(page.get_by_role("textbox", name="Unseen")).to_be_visible()
    heights = [page.locator("label", has_text=text).bounding_box()["height"] for text in ("Shown", "Unseen")]
    assert heights[0] > 10
    assert heights[1] <= 1


def test_handlers_get_what_was_typed_and_their_text_is_shown(show: ShowApp):
    """What is typed, with every sign, comes to the handler, and what it returns into the box."""
    with gr.Blocks() as demo:
        said = gr.Textbox(label="Said")
        echo = gr.Textbox(label="Echo")
        said.change(lambda text: text[::-1], said, echo)
    page = show(demo)
    page.get_by_label("Said").press_sequentially('<b>"ä😀\\n')
    expect(page.get_by_label("Echo")).to_have_value('<b>"ä😀\\n'[::-1])
    page.get_by_label("Said").fill("")
    expect(page.get_by_label("Echo")).to_have_value("")


@pytest.mark.parametrize("keys", ["Enter", "Shift+Enter"])
def test_enter_submits_a_single_line(show: ShowApp, keys: str):
    """Enter hands over a line, with or without Shift, and adds no line to it."""
    with gr.Blocks() as demo:
        line = gr.Textbox(label="Line")
        done = gr.Markdown()
        line.submit(lambda text: f"Got {text}.", line, done)
    page = show(demo)
    page.get_by_label("Line").fill("one")
    page.get_by_label("Line").press(keys)
    expect(page.get_by_text("Got one.")).to_be_visible()
    expect(page.get_by_label("Line")).to_have_value("one")


def test_shift_and_enter_submits_several_lines(show: ShowApp):
    """In a box of several lines Enter begins another line and Shift+Enter hands over."""
    with gr.Blocks() as demo:
        text = gr.Textbox(label="Text", lines=3)
        done = gr.Textbox(label="Done", lines=2)
        text.submit(lambda text: f"got {text}", text, done)
    page = show(demo)
    page.get_by_label("Text").press_sequentially("one\ntwo")
    expect(page.get_by_label("Text")).to_have_value("one\ntwo")
    expect(page.get_by_label("Done")).to_have_value("")
    page.get_by_label("Text").press("Shift+Enter")
    expect(page.get_by_label("Done")).to_have_value("got one\ntwo")
    expect(page.get_by_label("Text")).to_have_value("one\ntwo")


def test_enter_submits_a_password(show: ShowApp):
    """A password hides its text, and Enter hands it over."""
    with gr.Blocks() as demo:
        secret = gr.Textbox(label="Secret", type="password", placeholder="Keep it")
        done = gr.Markdown()
        secret.submit(lambda text: f"{len(text)} signs", secret, done)
    page = show(demo)
    box = page.get_by_label("Secret")
    expect(box).to_have_attribute("type", "password")
    expect(box).to_have_attribute("placeholder", "Keep it")
    box.press_sequentially("hunter2")
    box.press("Enter")
    expect(page.get_by_text("7 signs")).to_be_visible()


def test_a_password_is_all_that_goes_by_its_label(show: ShowApp):
    """Nothing else in the page is named like it, so a label leads to the one field."""
    with gr.Blocks() as demo:
        gr.Textbox(label="Password", type="password")
    expect(show(demo).get_by_label("Password")).to_have_count(1)


def test_a_mail_address_has_a_field_of_its_own(show: ShowApp):
    """`type="email"` asks for a mail address."""
    with gr.Blocks() as demo:
        gr.Textbox(label="Mail", type="email", value="ada@example.org")
    box = show(demo).get_by_label("Mail")
    expect(box).to_have_attribute("type", "email")
    expect(box).to_have_value("ada@example.org")


def test_a_handler_can_turn_text_into_a_password(show: ShowApp):
    """A changed type keeps the text."""
    with gr.Blocks() as demo:
        text = gr.Textbox(label="Text", interactive=True)
        gr.Button("Hide").click(lambda: gr.Textbox(type="password"), outputs=text)
    page = show(demo)
    page.get_by_label("Text").fill("secret")
    page.get_by_role("button", name="Hide", exact=True).click()
    expect(page.get_by_label("Text")).to_have_attribute("type", "password")
    expect(page.get_by_label("Text")).to_have_value("secret")


def lines(box: Locator) -> float:
    """How many lines of text a box shows."""
    return box.evaluate(
        """(box) => { const style = getComputedStyle(box), pixels = (name) => parseFloat(style[name]);
        return (box.clientHeight - pixels("paddingTop") - pixels("paddingBottom")) / pixels("lineHeight"); }"""
    )


def test_a_box_grows_with_its_text_up_to_its_most_lines(show: ShowApp):
    """`lines` is where it starts and `max_lines` where it scrolls; a single line stays one."""
    with gr.Blocks() as demo:
        gr.Textbox(label="One")
        gr.Textbox(label="Two to four", lines=2, max_lines=4)
        gr.Textbox(label="One to three", max_lines=3)
    page = show(demo)
    one, growing = page.get_by_label("One", exact=True), page.get_by_label("Two to four")
    assert lines(one) == pytest.approx(1, abs=0.3)
    assert lines(growing) == pytest.approx(2, abs=0.3)
    for text, expected in (("1\n2\n3", 3), ("1\n2\n3\n4\n5\n6\n7", 4)):
        growing.fill(text)
        assert lines(growing) == pytest.approx(expected, abs=0.3)
    page.get_by_label("One to three").fill("1\n2\n3\n4\n5")
    assert lines(page.get_by_label("One to three")) == pytest.approx(3, abs=0.3)
    one.fill("1\n2\n3")
    assert lines(one) == pytest.approx(1, abs=0.3)


def test_a_handler_changes_how_far_a_box_grows(run: RunApp):
    """More lines let it grow at once, one makes it a single line again, whatever is in it."""
    with gr.Blocks() as demo:
        box = gr.Textbox("1\n2\n3\n4\n5", label="Box", interactive=True)
        for most in (1, 3, 5):
            gr.Button(f"Most {most}").click(lambda most=most: gr.Textbox(max_lines=most), outputs=box)
        short = gr.Textbox("1", label="Short", max_lines=5, interactive=True)
        gr.Button("Three").click(lambda: gr.Textbox(lines=3, max_lines=3), outputs=short)
    app = run(demo)
    page = app.open_window()
    for most in (3, 5, 1, 5, 3, 1):
        page.get_by_role("button", name=f"Most {most}").click()
        app.settle()
        assert lines(page.get_by_label("Box")) == pytest.approx(most, abs=0.3)
    page.get_by_role("button", name="Three").click()
    app.settle()
    assert lines(page.get_by_label("Short")) == pytest.approx(3, abs=0.3)


def test_only_what_the_user_may_change_can_be_changed(show: ShowApp):
    """A box that only listeners write, or that says so, can be read and copied, not edited."""
    with gr.Blocks() as demo:
        mine = gr.Textbox(label="Mine")
        result = gr.Textbox(label="Result", value="ours")
        gr.Textbox(label="Fixed", value="fixed", interactive=False)
        gr.Textbox(label="Secret", value="secret", type="password", interactive=False)
        mine.change(lambda text: text, mine, result)
    page = show(demo)
    expect(page.get_by_label("Mine")).to_be_editable()
    for label, value in (("Result", "ours"), ("Fixed", "fixed"), ("Secret", "secret")):
        box = page.get_by_label(label)
        expect(box).not_to_be_editable()
        box.focus()
        page.keyboard.type("x")
        expect(box).to_have_value(value)


def test_focus_and_blur_are_told_once_each(run: RunApp):
    """Coming to the box and leaving it are events."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box", type="password")
        gr.Textbox(label="Next")
        box.focus(lambda: heard.append("focus"))
        box.blur(lambda: heard.append("blur"))
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Box").click()
    page.keyboard.type("ab")
    app.settle()
    assert heard == ["focus"]
    page.get_by_label("Next").click()
    app.settle()
    assert heard == ["focus", "blur"]


def test_input_is_the_users_and_change_anybodys(run: RunApp):
    """`input` comes for typing alone, `change` also when a handler writes."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box")
        box.input(lambda text: heard.append(f"input {text}"), box)
        box.change(lambda text: heard.append(f"change {text}"), box)
        gr.Button("Write").click(lambda: "ours", outputs=box)
    app = run(demo)
    page = app.open_window()
    app.settle()
    assert heard == []
    page.get_by_label("Box").press("a")
    app.settle()
    assert sorted(heard) == ["change a", "input a"]
    page.get_by_role("button", name="Write").click()
    expect(page.get_by_label("Box")).to_have_value("ours")
    app.settle()
    assert heard[2:] == ["change ours"]


def test_edits_that_nobody_listens_to_travel_with_the_next_event(run: RunApp):
    """Typing is silent where nobody listens, and known when a button is pressed."""
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box")
        out = gr.Markdown()
        gr.Button("Go").click(lambda text: f"Got {text}", box, out)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Box").press_sequentially("abc")
    app.settle()
    assert [json.loads(message)["type"] for message in app.surfaces[0].said] == ["ready"]
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("Got abc")).to_be_visible()


def test_properties_follow_a_handler(show: ShowApp):
    """Label, help, placeholder, lines and whether it can be edited change with an update."""
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Before", interactive=True)
        gr.Button("Change").click(
            lambda: gr.Textbox(label="After", info="Help", placeholder="Here", lines=4, interactive=False), outputs=box
        )
    page = show(demo)
    page.get_by_label("Before").fill("kept")
    page.get_by_role("button", name="Change").click()
    box = page.get_by_label("After")
    expect(box).not_to_be_editable()
    expect(box).to_have_value("kept")
    expect(box).to_have_attribute("placeholder", "Here")
    expect(page.get_by_text("Help")).to_be_visible()
    page.wait_for_function("(box) => box.clientHeight > 70", arg=box.element_handle())


def test_the_caret_stays_where_the_user_is(show: ShowApp):
    """A handler's text leaves the caret at its place, so that one can type on in the middle."""
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box", value="abc")
        box.change(str.upper, box, box)
    page = show(demo)
    page.get_by_label("Box").press("Home")
    for key in "xyz":
        page.get_by_label("Box").press(key)
        expect(page.get_by_label("Box")).to_have_value(_upper_start(page, key))
    expect(page.get_by_label("Box")).to_have_value("XYZABC")


def _upper_start(page: Page, key: str) -> str:
    return {"x": "XABC", "y": "XYABC", "z": "XYZABC"}[key]
