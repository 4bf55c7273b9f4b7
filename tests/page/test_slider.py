"""Slider as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import desktop_app as gr
from tests.page.conftest import RunApp, ShowApp


def test_its_label_reaches_a_slider(show: ShowApp):
    """Label, help, limits and step are its own, and a number box stands beside it."""
    with gr.Blocks() as demo:
        gr.Slider(1, 9, value=3, step=0.5, label="Volume", info="Not too loud")
    page = show(demo)
    slider = page.get_by_role("slider", name="Volume")
    expect(page.get_by_label("Volume")).to_have_value("3")
    expect(slider).to_have_accessible_description("Not too loud")
    for name, value in (("min", "1"), ("max", "9"), ("step", "0.5")):
        expect(slider).to_have_attribute(name, value)
    box = page.get_by_role("spinbutton")
    expect(box).to_have_value("3")
    expect(box).to_have_accessible_description("Volume")


def test_keys_move_it_and_tell(run: RunApp):
    """Each press is an input and a change; the release comes after them with the same number."""
    heard: list[tuple[str, float]] = []
    with gr.Blocks() as demo:
        slider = gr.Slider(0, 10, value=5, step=1, label="S")
        for event in ("input", "change", "release"):
            getattr(slider, event)(lambda number, event=event: heard.append((event, number)), slider)
    app = run(demo)
    page = app.open_window()
    page.get_by_label("S").press("ArrowRight")
    app.settle()
    assert sorted(heard) == [("change", 6), ("input", 6), ("release", 6)]
    page.get_by_label("S").press("Home")
    expect(page.get_by_role("spinbutton")).to_have_value("0")
    page.get_by_label("S").press("End")
    expect(page.get_by_role("spinbutton")).to_have_value("10")


def test_the_mouse_drags_it(run: RunApp):
    """`input` comes on the way, `release` once at its end."""
    moves: list[float] = []
    released: list[float] = []
    with gr.Blocks() as demo:
        slider = gr.Slider(0, 100, value=0, label="S")
        slider.input(moves.append, slider)
        slider.release(released.append, slider)
    app = run(demo)
    page = app.open_window()
    place = page.get_by_label("S").bounding_box()
    middle = place["y"] + place["height"] / 2
    page.mouse.move(place["x"] + 4, middle)
    page.mouse.down()
    page.mouse.move(place["x"] + place["width"] / 2, middle, steps=4)
    app.settle()
    assert released == []
    assert moves
    page.mouse.up()
    app.settle()
    assert released == [moves[-1]]
    assert released[0] == pytest.approx(50, abs=3)


def test_a_number_can_be_typed(run: RunApp):
    """The thumb follows; what is out of the range becomes its limit in the end, and nothing is what was before."""
    released: list[float] = []
    with gr.Blocks() as demo:
        slider = gr.Slider(10, 50, value=20, step=1, label="S")
        slider.release(released.append, slider)
    app = run(demo)
    page = app.open_window()
    box = page.get_by_role("spinbutton")
    for typed, shown in (("35", "35"), ("99", "50"), ("3", "10"), ("", "10")):
        box.fill(typed)
        box.press("Tab")
        expect(box).to_have_value(shown)
        expect(page.get_by_label("S")).to_have_value(shown)
    app.settle()
    assert released[:3] == [35, 50, 10]


def test_typing_on_is_left_alone(run: RunApp):
    """A handler's answer does not change how the number is written."""
    with gr.Blocks() as demo:
        slider = gr.Slider(0, 10, step=0.01, label="S")
        slider.change(lambda number: number, slider, slider)
    app = run(demo)
    page = app.open_window()
    box = page.get_by_role("spinbutton")
    box.fill("")
    for key in "2.50":
        box.press(key)
        app.settle()
    expect(box).to_have_value("2.50")
    expect(page.get_by_label("S")).to_have_value("2.5")


def test_only_what_the_user_may_change_can_be_changed(show: ShowApp):
    """A slider that only listeners write shows its number and does not move."""
    with gr.Blocks() as demo:
        mine, ours = gr.Slider(label="Mine"), gr.Slider(value=7, label="Ours")
        mine.change(lambda number: number, mine, ours)
    page = show(demo)
    expect(page.get_by_label("Ours")).to_be_disabled()
    expect(page.get_by_role("spinbutton").nth(1)).to_be_disabled()
    page.get_by_label("Mine").fill("42")
    expect(page.get_by_label("Ours")).to_have_value("42")
    expect(page.get_by_role("spinbutton").nth(1)).to_have_value("42")


def test_properties_follow_a_handler(show: ShowApp):
    """Limits, step, label and number change with an update, together or alone."""
    with gr.Blocks() as demo:
        slider = gr.Slider(0, 10, value=5, label="S", interactive=True)
        gr.Button("Change").click(lambda: gr.Slider(100, 300, value=250, step=50, label="T"), outputs=slider)
    page = show(demo)
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_label("T")).to_have_value("250")
    expect(page.get_by_role("spinbutton")).to_have_value("250")
    page.get_by_label("T").press("ArrowRight")
    expect(page.get_by_role("spinbutton")).to_have_value("300")


def test_it_fits_a_narrow_window(show: ShowApp):
    """Slider and box stand beside each other at 320 pixels, also below a long label."""
    with gr.Blocks() as demo:
        gr.Slider(label="A label that is much longer than the window is wide, and then some more words")
    page = show(demo, viewport={"width": 320, "height": 300})
    slider, box = page.get_by_role("slider").bounding_box(), page.get_by_role("spinbutton").bounding_box()
    assert slider["width"] > 100
    assert box["x"] >= slider["x"] + slider["width"]
    assert box["x"] + box["width"] <= 320
