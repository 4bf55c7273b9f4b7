"""An Interface as a person uses it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp
from tests.page.gate import Gate


def greet(name: str, times: int) -> str:
    """Say hello."""
    return "Hello! " * times + name


def test_it_is_filled_in_and_run(show: ShowApp):
    """By labels and buttons; Enter runs it as well, Clear empties it."""
    page = show(gr.Interface(greet, ["text", gr.Number(1, precision=0)], "text", title="Greeter"))
    expect(page.get_by_role("heading", name="Greeter")).to_be_visible()
    page.get_by_label("name").fill("Ada")
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_label("output")).to_have_value("Hello! Ada")
    page.get_by_label("times").fill("2")
    page.get_by_label("name").press("Enter")
    expect(page.get_by_label("output")).to_have_value("Hello! Hello! Ada")
    page.get_by_role("button", name="Clear").click()
    for label in ("name", "times", "output"):
        expect(page.get_by_label(label)).to_have_value("")


def test_it_is_used_by_the_keyboard_alone(show: ShowApp):
    """Tab goes through it as it is read."""
    page = show(gr.Interface(str.upper, gr.Textbox(label="in"), "text"))
    page.get_by_label("in").focus()
    page.keyboard.type("abc")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Clear")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Submit")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_label("output")).to_have_value("ABC")


def test_a_generator_is_stopped(show: ShowApp, gate: Gate):
    """The Stop button is there only meanwhile."""

    def count(x: str):  # type: ignore[no-untyped-def]
        yield f"{x} 1"
        gate.wait()
        yield f"{x} 2"

    page = show(gr.Interface(count, "text", "text"))
    page.get_by_label("x").fill("a")
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_label("output")).to_have_value("a 1")
    expect(page.get_by_role("button", name="Submit")).to_have_count(0)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Submit")).to_be_visible()
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)
    gate.open()
    expect(page.get_by_label("output")).to_have_value("a 1")


def test_an_answer_is_flagged(run: RunApp, tmp_path: Path):
    """The button can be pressed again afterwards."""
    app = run(gr.Interface(str.upper, gr.Textbox(label="in"), "text", flagging_dir=tmp_path))
    page = app.open_window()
    page.get_by_label("in").fill("a")
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_label("output")).to_have_value("A")
    page.get_by_role("button", name="Flag").click()
    app.settle()
    expect(page.get_by_role("button", name="Flag")).to_be_enabled()
    assert (tmp_path / "dataset1.csv").read_text().splitlines()[1].startswith("a,A,")


def test_live_follows_what_is_typed(show: ShowApp):
    """Without a button to run it."""
    page = show(gr.Interface(str.upper, gr.Textbox(label="in"), "text", live=True))
    page.get_by_label("in").press_sequentially("abc")
    expect(page.get_by_label("output")).to_have_value("ABC")
    expect(page.get_by_role("button", name="Submit")).to_have_count(0)


def test_additional_inputs_are_opened(show: ShowApp):
    """They are in an accordion below the others, and used also while it is closed."""
    page = show(gr.Interface(greet, "text", "text", additional_inputs=[gr.Number(1, precision=0)]))
    expect(page.get_by_label("times")).to_be_hidden()
    page.get_by_label("name").fill("Ada")
    page.get_by_role("button", name="Additional Inputs").click()
    page.get_by_label("times").fill("2")
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_label("output")).to_have_value("Hello! Hello! Ada")


def test_an_example_is_clicked(show: ShowApp):
    """It fills the inputs."""
    page = show(gr.Interface(str.upper, gr.Textbox(label="in"), "text", examples=["Ada", "Alan"]))
    page.get_by_role("button", name="Alan").click()
    expect(page.get_by_label("in")).to_have_value("Alan")


def test_several_are_in_tabs(show: ShowApp):
    """One is shown at a time."""
    tabs = gr.TabbedInterface(
        [
            gr.Interface(str.upper, gr.Textbox(label="Up"), "text"),
            gr.Interface(str.lower, gr.Textbox(label="Down"), "text"),
        ],
        ["Upper", "Lower"],
    )
    page = show(tabs)
    expect(page.get_by_label("Up", exact=True)).to_be_visible()
    page.get_by_role("tab", name="Lower").click()
    expect(page.get_by_label("Up", exact=True)).to_be_hidden()
    page.get_by_label("Down").fill("aB")
    page.get_by_label("Down").press("Enter")
    expect(page.get_by_label("output").locator("visible=true")).to_have_value("ab")


def test_it_fits_a_narrow_window(show: ShowApp):
    """At 320 pixels nothing is cut off."""
    page = show(
        gr.Interface(greet, ["text", "number"], "text", title="w" * 60, flagging_options=["a" * 40, "b"]),
        viewport={"width": 320, "height": 600},
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
