"""Code as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

import desktop_app as gr
from tests.downloads import keep_downloads_in
from tests.page.conftest import RunApp, ShowApp


def editor(page, label: str = "Code") -> Locator:
    """The editor of this label, not the plain text that stands there before it."""
    return page.get_by_label(label).and_(page.locator(".cm-content"))


def test_its_label_reaches_the_editor(show: ShowApp):
    """By its name and role; a click on the label leads there."""
    with gr.Blocks() as demo:
        gr.Code("a = 1", "python", label="Program", info="In Python")
    page = show(demo)
    expect(editor(page, "Program")).to_be_editable()
    expect(page.get_by_role("textbox", name="Program")).to_have_text("a = 1")
    expect(page.get_by_role("textbox", name="Program")).to_have_accessible_description("In Python")
    page.get_by_text("Program", exact=True).click()
    expect(editor(page, "Program")).to_be_focused()


def test_handlers_get_what_is_typed(run: RunApp):
    """Every key is an `input` and a `change`; coming and leaving are told once."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        code = gr.Code("", "python", label="Code")
        out = gr.Textbox(label="Out")
        code.change(lambda text: text, code, out)
        code.input(lambda: heard.append("input"))
        code.focus(lambda: heard.append("focus"))
        code.blur(lambda: heard.append("blur"))
    app = run(demo)
    page = app.open_window()
    editor(page).click()
    page.keyboard.type("x = 1")
    expect(page.get_by_label("Out")).to_have_value("x = 1")
    page.get_by_label("Out").click()
    app.settle()
    assert (heard[0], heard[-1]) == ("focus", "blur")
    assert heard.count("focus") == heard.count("blur") == 1
    assert "input" in heard


def test_a_handler_writes_without_moving_the_caret(run: RunApp):
    """Typing goes on where it was; what a handler writes is no `input` of the user's."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        code = gr.Code("one\ntwo", label="Code", interactive=True)
        code.input(heard.append, code)
        box = gr.Textbox(label="Box")
        box.input(lambda text: f"{text}\none\ntwo", box, code)
    app = run(demo)
    page = app.open_window()
    editor(page).press("Control+End")
    page.get_by_label("Box").fill("zero")
    app.settle()
    expect(editor(page)).to_contain_text("zero")
    assert heard == []
    editor(page).focus()
    page.keyboard.type("!")
    app.settle()
    assert heard[-1] == "zero\none\ntwo!"


def test_it_is_shown_in_the_colours_of_its_language(show: ShowApp):
    """An update to another language shows that one's."""
    with gr.Blocks() as demo:
        code = gr.Code("def f(): select", "python", label="Code")
        gr.Button("SQL").click(lambda: gr.update(language="sql-esper"), outputs=code)
        gr.Button("None").click(lambda: gr.update(language=None), outputs=code)
    page = show(demo)
    expect(editor(page).locator("span", has_text="def")).to_have_css("color", "rgb(207, 34, 46)")
    page.get_by_role("button", name="SQL").click()
    expect(editor(page).locator("span", has_text="select")).to_have_css("color", "rgb(207, 34, 46)")
    page.get_by_role("button", name="None").click()
    expect(editor(page).locator("span")).to_have_count(0)


def test_its_colours_follow_the_dark_look(show: ShowApp):
    """The text can be read in both."""
    with gr.Blocks() as demo:
        gr.Code("def f(): x", "python", label="Code")
    page = show(demo, color_scheme="dark")
    expect(editor(page).locator("span", has_text="def")).to_have_css("color", "rgb(255, 123, 114)")


@pytest.mark.parametrize("language", gr.Code.languages)
def test_every_language_is_there(show: ShowApp, language: str | None):
    """None of them breaks the editor."""
    with gr.Blocks() as demo:
        gr.Code('<a href="x">select 1; {"b": 2} # c</a>', language, label="Code")
    page = show(demo)
    expect(editor(page)).to_have_text('<a href="x">select 1; {"b": 2} # c</a>')


def test_what_is_read_only_takes_no_typing(run: RunApp):
    """An output, or one that says so; it can be reached, read and copied all the same."""
    with gr.Blocks() as demo:
        gr.Code("fixed", label="Fixed", interactive=False)
    app = run(demo, permissions=["clipboard-read", "clipboard-write"])
    page = app.open_window()
    expect(editor(page, "Fixed")).to_have_attribute("aria-readonly", "true")
    editor(page, "Fixed").click()
    page.keyboard.type("x")
    expect(editor(page, "Fixed")).to_have_text("fixed")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "fixed"


def test_its_height_follows_its_lines(show: ShowApp):
    """At least `lines`, at most `max_lines`; without a most it shows everything."""
    text = "\n".join("x" for _ in range(30))
    with gr.Blocks() as demo:
        gr.Code("x", label="Short", lines=2)
        gr.Code(text, label="Some", lines=2, max_lines=4)
        gr.Code(text, label="All")
    page = show(demo)
    for label in ("Short", "Some", "All"):
        expect(editor(page, label)).to_be_visible()
    lines = "(each) => Math.round((each.clientHeight - 16) / parseFloat(getComputedStyle(each).lineHeight))"
    assert page.locator(".cm-scroller").evaluate_all(f"(all) => all.map({lines})") == [2, 4, 30]


def test_numbers_wrapping_and_suggestions_are_as_asked_for(show: ShowApp):
    """Each can be changed by a handler."""
    with gr.Blocks() as demo:
        code = gr.Code("x " * 200, "python", label="Code", interactive=True)
        gr.Button("Change").click(
            lambda: gr.update(show_line_numbers=False, wrap_lines=True, autocomplete=True, value=""), outputs=code
        )
    page = show(demo)
    expect(page.locator(".cm-lineNumbers")).to_be_visible()
    expect(editor(page)).not_to_have_class("cm-lineWrapping")
    page.get_by_role("button", name="Change").click()
    expect(page.locator(".cm-lineNumbers")).to_have_count(0)
    expect(page.locator(".cm-lineWrapping")).to_have_count(1)
    editor(page).click()
    page.keyboard.type("impo")
    expect(page.get_by_role("option", name="import").first).to_be_visible()


def test_escape_and_tab_lead_on(show: ShowApp):
    """Tab indents; after Escape it goes to the next field."""
    with gr.Blocks() as demo:
        gr.Code("x", label="Code", interactive=True, buttons=[])
        gr.Textbox(label="Next")
    page = show(demo)
    editor(page).click()
    page.keyboard.press("Tab")
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Next")).to_be_focused()


def test_its_button_saves_what_is_typed(show: ShowApp, tmp_path, monkeypatch):
    """As a file that a toast names; by the keyboard as well."""
    downloads = keep_downloads_in(tmp_path, monkeypatch)
    with gr.Blocks() as demo:
        gr.Code("x = 1", "python", label="Code", interactive=True)
    page = show(demo)
    editor(page).click()
    page.keyboard.press("End")
    page.keyboard.type("2")
    save = page.get_by_role("button", name="Save as a file")
    save.click()
    expect(page.get_by_text("Code.py is in the folder Downloads.")).to_be_visible()
    save.press("Enter")
    expect(page.get_by_text("Code (2).py is in the folder Downloads.")).to_be_visible()
    assert [path.read_text() for path in sorted(downloads.iterdir())] == ["x = 12", "x = 12"]
