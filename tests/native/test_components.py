"""Each component in real windows, used by mouse and keys, and what Python gets of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.native.conftest import Start
from tests.native.native_app import NativeWindow
from tests.waiting import wait_until
from tests.xdotool import xdotool

APP = "tests.native.apps.components"


@pytest.fixture
def window(start: Start) -> Iterator[NativeWindow]:
    """The window of the app, which must not complain."""
    [window] = start(APP).windows(1)
    yield window
    window.app.ask("idle")
    for complaint in ("Traceback", "error in the page", "refused"):
        assert complaint not in window.app.log


def expect(window: NativeWindow, line: str) -> None:
    """Wait until Python has got this after what it had before."""
    wait_until(lambda: line in window.app.said, f"Python to get {line}; it got {window.app.said}")
    window.app.said.clear()


def write(window: NativeWindow, text: str) -> None:
    """Type over all that the field with the focus holds."""
    window.keys("ctrl+a")
    xdotool("type", "--delay", "12", text)


def test_fields_for_text(window: NativeWindow):
    """Typing, Enter, a line break, the buttons in a field, and the clipboard."""
    window.type("Textbox", "Ada")
    expect(window, "Textbox 'Ada'")
    window.keys("Return")
    expect(window, "Textbox 'Ada'")
    window.click_on(".text-actions button")
    window.click("Pasted")
    window.keys("ctrl+v")
    expect(window, "Pasted 'Ada'")
    window.type("TextArea", "one")
    window.keys("Return")
    xdotool("type", "two")
    expect(window, r"TextArea 'one\ntwo'")
    window.type("Sent", "off")
    window.click("Send")
    expect(window, "Sent 'off'")
    window.click("Halt")
    expect(window, "Sent 'off'")


def test_fields_for_numbers(window: NativeWindow):
    """Typing and arrow keys, and the box of a slider."""
    window.click("Number")
    write(window, "7")
    expect(window, "Number 7")
    window.keys("Up")
    expect(window, "Number 8")
    window.click("Slider")  # in its middle
    expect(window, "Slider 5")
    window.keys("Right")
    expect(window, "Slider 6")
    window.keys("Home")
    expect(window, "Slider 0")
    window.keys("Tab")
    write(window, "9")
    window.keys("Tab")
    expect(window, "Slider 9")


def test_the_editor_of_code(window: NativeWindow):
    """It closes brackets, keeps the depth of the line before, and takes back what it did."""
    window.click_on(".cm-content")
    xdotool("type", "--delay", "20", "if x:")
    window.keys("Return")
    xdotool("type", "--delay", "20", "y(")
    expect(window, r"Code 'if x:\n    y()'")
    window.keys("ctrl+a", "BackSpace")
    expect(window, "Code ''")
    window.keys("ctrl+z")
    expect(window, r"Code 'if x:\n    y()'")


def test_colours_and_dates(window: NativeWindow):
    """Typed, stepped through by keys, and chosen from the calendar."""
    window.click("Colour code")
    write(window, "#12ab9f")
    expect(window, "ColorPicker '#12ab9f'")
    window.click("DateTime")
    write(window, "2026-05-17 12:30:00")
    expect(window, "DateTime '2026-05-17 12:30:00'")
    window.keys("Home", "Up")
    expect(window, "DateTime '2027-05-17 12:30:00'")
    window.click("Choose a date")
    window.click_on(".calendar-days button", "18")
    expect(window, "DateTime '2027-05-18 12:30:00'")
    window.click("Choose a date")
    window.place_of("[role=dialog]")
    window.keys("Right", "Return")
    expect(window, "DateTime '2027-05-19 12:30:00'")


def test_choices(window: NativeWindow):
    """Boxes, groups and buttons by mouse and keys."""
    window.click("Choices")
    window.click("Checkbox")
    expect(window, "Checkbox True")
    window.keys("space")
    expect(window, "Checkbox False")
    window.click("Sour")
    expect(window, "CheckboxGroup ['Sour']")
    window.keys("shift+Tab", "space")
    wait_until(lambda: window.app.said, "the other box")
    assert window.app.said in (["CheckboxGroup ['Sweet', 'Sour']"], ["CheckboxGroup ['Sour', 'Sweet']"])
    window.app.said.clear()
    window.click("Sour!")
    expect(window, "Radio 'Sour!'")
    window.keys("Down")
    expect(window, "Radio 'Salty!'")
    window.click("Button")
    expect(window, "Button")
    window.keys("Return")
    expect(window, "Button")
    window.keys("space")
    expect(window, "Button")
    window.click("Clear")
    expect(window, "Kept None")


def test_lists(window: NativeWindow):
    """By mouse, by keys, by typing, and several of them."""
    window.click("Choices")
    window.click("Dropdown")
    window.click_on("[role=option]", "Salty")
    expect(window, "Dropdown 'Salty'")
    window.keys("Down")
    window.place_of("[role=option]")
    window.keys("Up", "Return")
    expect(window, "Dropdown 'Sour'")
    write(window, "swe")
    window.place_of("[role=option]", "Sweet")
    window.keys("Return")
    expect(window, "Dropdown 'Sweet'")
    window.click("Several")
    window.click_on("[role=option]", "Salty")
    expect(window, "Several ['Salty']")
    window.click_on("[role=option]", "Sour")
    expect(window, "Several ['Salty', 'Sour']")
    window.keys("BackSpace")
    expect(window, "Several ['Salty']")
    window.keys("Escape")
    window.click_on("[aria-label='Remove all']")
    expect(window, "Several []")


def test_layouts(window: NativeWindow):
    """What opens, closes, is gone to, or put into another order."""
    window.click("Layouts")
    window.click("Accordion")
    expect(window, "Accordion")
    window.type("Inside", "x")
    expect(window, "Inside 'x'")
    window.click("Accordion")
    expect(window, "Accordion")
    window.click("First")
    window.keys("Right")
    expect(window, "Second")
    window.wait_for_text("It is the second.")
    window.click_on("[data-kind=walkthrough] button", "✓ Begin")
    expect(window, "Walkthrough 'Begin'")
    names = "[...document.querySelectorAll('.draggable-handle')].map((handle) => handle.ariaLabel)"
    window.drag(window.place_of("[aria-label='Move Two']"), window.place_of("[aria-label='Move One']"))
    wait_until(lambda: window.evaluate(names) == ["Move Two", "Move One"], "another order by the mouse")
    window.keys("Down")
    wait_until(lambda: window.evaluate(names) == ["Move One", "Move Two"], "the first order by keys")
    window.click("Toggle sidebar Sidebar")
    expect(window, "Sidebar")
    window.type("At the side", "y")
    expect(window, "At the side 'y'")


def test_what_is_shown(window: NativeWindow):
    """Folded, chosen, copied, and pressed in HTML of the author's."""
    window.click("Shown")
    window.wait_for_text("poetry")
    window.click_on(".json-inside .json-toggle")
    wait_until(lambda: "poetry" not in window.evaluate("document.body.innerText"), "the branch to fold")
    window.keys("Return")
    window.wait_for_text("poetry")
    window.click_on(".label-class")
    expect(window, "Label")
    window.click_on(".params summary")
    window.wait_for_text("What has happened.")
    window.click("Press me")
    expect(window, "HTML 7")
    window.click_on("[role=grid] td", "Ada")
    expect(window, "Name 'Ada'")
    window.wait_for("Age", "36")
    window.click_on(".chip", "second")
    expect(window, "Dataset ['second']")
    window.click_on("[data-kind=markdown] .tool")
    window.click("Name")
    window.keys("ctrl+a", "ctrl+v")
    expect(window, "Name 'Copy *this* text'")
