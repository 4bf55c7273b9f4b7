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


def test_buttons_submit_and_stop(run: RunApp):
    """True shows a symbol with a name, a text is shown as it is; each press is one event."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box", submit_btn=True, stop_btn="Enough", info="Help")
        box.submit(lambda text: heard.append(f"submit {text}"), box)
        box.stop(lambda: heard.append("stop"))
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Box").fill("one")
    page.get_by_role("button", name="Submit").click()
    app.settle()
    page.get_by_role("button", name="Enough").press("Enter")
    app.settle()
    assert heard == ["submit one", "stop"]
    expect(page.get_by_label("Box")).to_have_accessible_description("Help")


def test_buttons_come_and_go_with_a_handler(show: ShowApp):
    """An update adds a button, changes its text and takes it away; the field stays."""
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box", interactive=True)
        gr.Button("Add").click(lambda: gr.Textbox(submit_btn="Send"), outputs=box)
        gr.Button("Remove").click(lambda: gr.Textbox(submit_btn=False), outputs=box)
    page = show(demo)
    page.get_by_label("Box").fill("kept")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("button", name="Send")).to_be_visible()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("button", name="Send")).to_have_count(0)
    expect(page.get_by_label("Box")).to_have_value("kept")


@pytest.mark.parametrize("kind", ["text", "password", "email"])
def test_buttons_stand_inside_the_field(show: ShowApp, kind: str):
    """They cover neither label nor help nor text, in a narrow window, too."""
    with gr.Blocks() as demo:
        gr.Textbox(label="Box", info="Help", type=kind, submit_btn="Send", stop_btn="Stop it", buttons=["copy"])
    page = show(demo, viewport={"width": 320, "height": 400})
    box = page.get_by_label("Box", exact=True).bounding_box()
    for name in ("Copy", "Stop it", "Send"):
        button = page.get_by_role("button", name=name).bounding_box()
        assert box["y"] - 2 <= button["y"], name
        assert button["y"] + button["height"] <= box["y"] + box["height"] + 2, name
        assert box["x"] + box["width"] <= button["x"] + 2, name
        assert button["x"] + button["width"] <= 320 - 8, name


def test_the_copy_button_copies_and_tells(run: RunApp):
    """The text is in the clipboard, and `copy` tells it."""
    heard: list[str] = []

    def copied(event: gr.CopyData) -> None:
        heard.append(event.value)

    with gr.Blocks() as demo:
        box = gr.Textbox("hé😀", label="Box", buttons=["copy"], interactive=True)
        box.copy(copied)
        gr.Textbox(label="Paste")
    app = run(demo, permissions=["clipboard-read", "clipboard-write"])
    page = app.open_window()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    app.settle()
    assert heard == ["hé😀"]
    page.get_by_label("Paste").press("Control+V")
    expect(page.get_by_label("Paste")).to_have_value("hé😀")


def test_a_read_only_text_can_be_copied(run: RunApp):
    """What only listeners write has the button, too; nothing else of it can be pressed."""
    with gr.Blocks() as demo:
        gr.Textbox("ours", label="Box", buttons=["copy"], submit_btn=True, interactive=False)
        gr.Textbox(label="Paste")
    app = run(demo, permissions=["clipboard-read", "clipboard-write"])
    page = app.open_window()
    expect(page.get_by_role("button", name="Submit")).to_be_disabled()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    page.get_by_label("Paste").press("Control+V")
    expect(page.get_by_label("Paste")).to_have_value("ours")


def test_select_tells_the_selected_text_and_its_place(run: RunApp):
    """The keyboard's selection is told like the mouse's; a caret alone is none."""
    heard: list[object] = []

    def selected(event: gr.SelectData) -> None:
        heard.append((event.value, event.index))

    with gr.Blocks() as demo:
        gr.Textbox("one two", label="Box").select(selected)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Box").press("Home")
    app.settle()
    assert heard == []
    page.get_by_label("Box").press("Control+Shift+ArrowRight")
    expect(page.get_by_label("Box")).to_be_focused()
    app.settle()
    page.get_by_label("Box").press("Control+A")
    app.settle()
    assert heard[-1] == ("one two", [0, 7])
    assert heard[0][1][0] == 0


def test_no_more_can_be_entered_than_its_most_length(run: RunApp):
    """Typing and pasting stop there; a handler may write more."""
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Box", max_length=5, interactive=True)
        gr.Textbox(label="Secret", type="password", max_length=3)
        gr.Button("Write").click(lambda: "longer than that", outputs=box)
    page = run(demo).open_window()
    page.get_by_label("Box").press_sequentially("1234567")
    expect(page.get_by_label("Box")).to_have_value("12345")
    page.get_by_label("Secret").press_sequentially("1234567")
    expect(page.get_by_label("Secret")).to_have_value("123")
    page.get_by_role("button", name="Write").click()
    expect(page.get_by_label("Box")).to_have_value("longer than that")


def test_text_runs_as_its_script_does(show: ShowApp):
    """`rtl` writes from right to left, `text_align` puts the text to one side."""
    with gr.Blocks() as demo:
        gr.Textbox("שלום", label="Right to left", rtl=True)
        gr.Textbox("a", label="Right", text_align="right")
        gr.Textbox("a", label="Mail", type="email", text_align="right")
        gr.Textbox("a", label="As it is")
    page = show(demo)
    expect(page.get_by_label("Right to left")).to_have_css("direction", "rtl")
    for label, align in (("Right", "right"), ("Mail", "right"), ("As it is", "start")):
        expect(page.get_by_label(label, exact=True)).to_have_css("text-align", align)


def test_the_cursor_starts_where_the_author_wants_it(show: ShowApp):
    """`autofocus` lets the user type at once."""
    with gr.Blocks() as demo:
        gr.Textbox(label="First")
        gr.Textbox(label="Second", autofocus=True)
    page = show(demo)
    expect(page.get_by_label("Second")).to_be_focused()


@pytest.mark.parametrize("autoscroll", [True, False])
def test_the_end_stays_in_sight(show: ShowApp, autoscroll: bool):
    """A handler that adds lines shows them if the end was in sight, unless the author says no."""
    with gr.Blocks() as demo:
        log = gr.Textbox("0", label="Log", lines=3, max_lines=3, autoscroll=autoscroll)
        gr.Button("Add").click(lambda text: text + "\n1\n2\n3\n4\n5", log, log)
    page = show(demo)
    box = page.get_by_label("Log")
    page.get_by_role("button", name="Add").click()
    expect(box).to_have_value("0\n1\n2\n3\n4\n5")
    at_end = "(box) => Math.abs(box.scrollTop + box.clientHeight - box.scrollHeight) < 3"
    if autoscroll:
        page.wait_for_function(at_end, arg=box.element_handle())
    else:
        assert box.evaluate("(box) => box.scrollTop") == 0
    box.evaluate("(box) => { box.scrollTop = 0; }")
    page.get_by_role("button", name="Add").click()
    expect(box).to_have_value("0" + "\n1\n2\n3\n4\n5" * 2)
    assert box.evaluate("(box) => box.scrollTop") == 0


def test_the_system_is_told_how_to_help(show: ShowApp):
    """Each HTML attribute is the field's own; without them only text is spell-checked."""
    wanted = gr.InputHTMLAttributes(
        autocapitalize="words", autocorrect=False, spellcheck=False, autocomplete="name",
        tabindex=-1, enterkeyhint="send", lang="de",
    )  # fmt: skip
    with gr.Blocks() as demo:
        gr.Textbox(label="Helped", html_attributes=wanted)
        gr.Textbox(label="Mail", type="email", html_attributes=gr.InputHTMLAttributes(autocomplete="email", tabindex=3))
        gr.Textbox(label="Plain")
    page = show(demo)
    box = page.get_by_label("Helped")
    for name, value in (
        ("autocapitalize", "words"), ("autocorrect", "off"), ("spellcheck", "false"),
        ("tabindex", "-1"), ("enterkeyhint", "send"),
    ):  # fmt: skip
        expect(box).to_have_attribute(name, value)
    expect(box).to_have_attribute("lang", "de")
    expect(page.get_by_label("Mail")).to_have_attribute("autocomplete", "email")
    expect(page.get_by_label("Mail")).to_have_attribute("tabindex", "3")
    expect(page.get_by_label("Mail")).to_have_attribute("spellcheck", "false")
    expect(page.get_by_label("Plain")).to_have_attribute("spellcheck", "true")
    expect(page.get_by_label("Plain")).not_to_have_attribute("tabindex", "0")


def test_shift_and_enter_begins_a_line_where_one_line_may_grow(run: RunApp):
    """Enter submits the line; Shift+Enter adds another."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        box = gr.TextArea(label="Box", lines=1, max_lines=3)
        box.submit(heard.append, box)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Box").fill("one")
    page.get_by_label("Box").press("Shift+Enter")
    page.keyboard.type("two")
    page.keyboard.press("Enter")
    app.settle()
    assert heard == ["one\ntwo"]
    expect(page.get_by_label("Box")).to_have_value("one\ntwo")


def test_what_is_read_only_can_be_selected_and_nothing_else(run: RunApp):
    """Coming to it, leaving it and Enter are told of a field that can be filled in alone."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        box = gr.Textbox("fixed", label="Fixed", interactive=False)
        for event in ("focus", "blur", "submit", "select"):
            getattr(box, event)(lambda event=event: heard.append(event))
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Fixed").focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    app.settle()
    assert heard == ["select"]
