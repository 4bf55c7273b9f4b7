"""DateTime as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp

TEXT = "2024-05-17 13:45:00"


def test_its_label_reaches_a_field(show: ShowApp):
    """Label and help are the field's, and an empty one says how to write."""
    with gr.Blocks() as demo:
        gr.DateTime(label="Start", info="Local time")
        gr.DateTime(TEXT, label="Day", include_time=False)
    page = show(demo)
    field = page.get_by_role("textbox", name="Start")
    expect(field).to_have_value("")
    expect(field).to_have_attribute("placeholder", "YYYY-MM-DD hh:mm:ss")
    expect(field).to_have_accessible_description("Local time")
    expect(page.get_by_label("Day", exact=True)).to_have_value("2024-05-17")


def test_what_is_typed_comes_when_it_is_a_moment(run: RunApp):
    """Half a date is nobody's business; Enter hands over."""
    changed: list[str] = []
    submitted: list[str] = []
    with gr.Blocks() as demo:
        moment = gr.DateTime(label="Start", type="string")
        moment.change(changed.append, moment)
        moment.submit(submitted.append, moment)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("Start").press_sequentially(TEXT)
    app.settle()
    assert changed[-1] == TEXT
    assert "2024-0" not in changed
    page.get_by_label("Start").press("Enter")
    app.settle()
    assert submitted == [TEXT]


def test_what_is_no_moment_is_explained(show: ShowApp):
    """The user reads how to write one, and what was typed stays."""
    with gr.Blocks() as demo:
        moment, out = gr.DateTime(label="Start"), gr.Markdown("nothing yet")
        moment.submit(lambda moment: f"got {moment}", moment, out)
    page = show(demo)
    page.get_by_label("Start").fill("2024-02-30 00:00:00")
    page.get_by_label("Start").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Start has to be written like 2024-12-31 23:59:59.")
    expect(page.get_by_label("Start")).to_have_value("2024-02-30 00:00:00")
    expect(page.get_by_text("nothing yet")).to_be_visible()


@pytest.mark.parametrize(
    ("caret", "key", "shown"),
    [
        (0, "ArrowUp", "2025-01-31 23:59:59"),
        (5, "ArrowUp", "2024-02-29 23:59:59"),
        (6, "ArrowDown", "2023-12-31 23:59:59"),
        (9, "ArrowUp", "2024-02-01 23:59:59"),
        (11, "ArrowUp", "2024-02-01 00:59:59"),
        (14, "ArrowDown", "2024-01-31 23:58:59"),
        (19, "ArrowUp", "2024-02-01 00:00:00"),
    ],
)
def test_arrow_keys_step_the_part_with_the_caret(run: RunApp, caret: int, key: str, shown: str):
    """It carries over, and a month has no more days than it has; the part is selected to be typed over."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        moment = gr.DateTime("2024-01-31 23:59:59", label="Start", type="string")
        moment.change(heard.append, moment)
    app = run(demo)
    page = app.open_window()
    field = page.get_by_label("Start")
    field.focus()
    field.evaluate("(field, caret) => field.setSelectionRange(caret, caret)", caret)
    field.press(key)
    expect(field).to_have_value(shown)
    start, end = field.evaluate("(field) => [field.selectionStart, field.selectionEnd]")
    assert start <= caret <= end
    app.settle()
    assert heard == [shown]


def test_an_arrow_key_begins_with_now(show: ShowApp):
    """An empty field gets the current moment."""
    with gr.Blocks() as demo:
        gr.DateTime(label="Day", include_time=False)
    page = show(demo)
    page.get_by_label("Day").press("ArrowUp")
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    expect(page.get_by_label("Day")).to_have_value(today)


def test_a_day_is_chosen_from_the_calendar(run: RunApp):
    """The time stays; the calendar closes, and the button has the focus again."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        moment = gr.DateTime(TEXT, label="Start", type="string")
        moment.input(heard.append, moment)
    app = run(demo)
    page = app.open_window()
    opener = page.get_by_role("button", name="Choose a date")
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    calendar = page.get_by_role("dialog", name="Choose a date")
    expect(calendar).to_contain_text("May 2024")
    calendar.get_by_role("button", name="Next month").click()
    expect(calendar).to_contain_text("June 2024")
    calendar.get_by_role("button", name="Sunday, June 9, 2024").click()
    expect(page.get_by_label("Start")).to_have_value("2024-06-09 13:45:00")
    expect(calendar).to_have_count(0)
    expect(opener).to_be_focused()
    app.settle()
    assert heard == ["2024-06-09 13:45:00"]


def test_the_calendar_works_by_keyboard(show: ShowApp):
    """Arrows move by days and weeks, Page keys by months; Enter chooses, Escape leaves all as it was."""
    with gr.Blocks() as demo:
        gr.DateTime("2024-05-17", label="Day", include_time=False)
    page = show(demo)
    opener = page.get_by_role("button", name="Choose a date")
    opener.press("Enter")
    expect(page.get_by_role("button", name="Friday, May 17, 2024")).to_be_focused()
    for key in ("ArrowRight", "ArrowDown", "PageDown", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
    expect(page.get_by_role("button", name="Monday, June 17, 2024")).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(page.get_by_label("Day", exact=True)).to_have_value("2024-05-17")
    opener.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Day", exact=True)).to_have_value("2024-05-18")


def test_the_calendar_closes_when_the_user_goes_on(show: ShowApp):
    """A press elsewhere is enough."""
    with gr.Blocks() as demo:
        gr.DateTime(TEXT, label="Start")
        gr.Textbox(label="Next")
    page = show(demo, viewport={"width": 320, "height": 600})
    page.get_by_role("button", name="Choose a date").click()
    calendar = page.get_by_role("dialog")
    place = calendar.bounding_box()
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 320
    page.get_by_role("textbox", name="Next").focus()
    expect(calendar).to_have_count(0)
    page.get_by_role("button", name="Choose a date").click()
    page.mouse.click(5, 595)
    expect(calendar).to_have_count(0)


def test_only_what_the_user_may_change_can_be_changed(show: ShowApp):
    """What only listeners write has no calendar, and no key steps it."""
    with gr.Blocks() as demo:
        mine, ours = gr.DateTime(label="Mine"), gr.DateTime(TEXT, label="Ours")
        mine.change(lambda moment: moment, mine, ours)
    page = show(demo)
    expect(page.get_by_label("Ours")).not_to_be_editable()
    expect(page.get_by_role("button", name="Choose a date")).to_have_count(1)
    page.get_by_label("Ours").press("ArrowUp")
    expect(page.get_by_label("Ours")).to_have_value(TEXT)
    page.get_by_label("Mine").fill("2020-02-29 12:00:00")
    expect(page.get_by_label("Ours")).to_have_value("2020-02-29 12:00:00")
