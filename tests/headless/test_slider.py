"""Slider: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import HandlerError
from desktop_app.testing import HeadlessApp


@pytest.mark.parametrize("value", ["many", float("nan"), float("inf"), [1]])
def test_it_cannot_show_what_is_no_number(value):
    """The error names the component and the value."""
    with pytest.raises(HandlerError, match="Slider 'S' cannot show "):
        gr.Slider(0, 10, label="S").to_page(value)


@pytest.mark.parametrize("value", [None, "1", True, [1], float("inf"), float("nan")])
def test_it_takes_only_numbers_from_the_page(value):
    """Anything else cannot have been chosen."""
    with pytest.raises(ValueError, match=r".+"):
        gr.Slider().accept(value)


@pytest.mark.parametrize(("value", "message"), [(1, "S has to be 2 or more."), (9, "S has to be 8.5 or less.")])
def test_a_number_out_of_its_range_is_said_to_the_user(value, message):
    """The handler is not called with it."""
    with pytest.raises(ValueError, match=message):
        gr.Slider(2, 8.5, label="S").preprocess(value)


@pytest.mark.parametrize(
    ("value", "precision", "shown"),
    [(None, None, 2), (3, None, 3), (2.5, None, 2.5), ("4", None, 4), (3.66, 1, 3.7), (3.66, 0, 4)],
)
def test_it_shows_what_python_can_make_a_number_of(value, precision, shown):
    """`precision` rounds what handlers return and what they get; None is the least number."""
    slider = gr.Slider(2, 10, precision=precision)
    result = slider.to_page(value)
    assert (result, type(result)) == (shown, type(shown))
    if isinstance(value, float):
        got = slider.preprocess(value)
        assert (got, type(got)) == (shown, type(shown))


@pytest.mark.parametrize(
    ("minimum", "maximum", "step"), [(0, 10, 0.1), (0, 1, 0.01), (0, 100, 1), (0, 1000, 10), (-5, 5.5, 0.1)]
)
def test_it_has_about_a_hundred_steps_unless_told(minimum, maximum, step):
    """Each is a power of ten."""
    with gr.Blocks():
        assert gr.Slider(minimum, maximum).step == step
        assert gr.Slider(minimum, maximum, step=3).step == 3


@pytest.mark.parametrize(("minimum", "maximum"), [(10, 0), (5, 5)])
def test_its_limits_have_to_be_a_range(minimum, maximum):
    """The error comes where it is made."""
    with gr.Blocks(), pytest.raises(gr.DeclarationError, match="Slider 'S': minimum="):
        gr.Slider(minimum, maximum, label="S")


@pytest.mark.parametrize("given", [{"step": 0}, {"precision": -1}, {"minimum": "x"}, {"buttons": ["copy"]}])
def test_a_wrong_argument_is_named(given):
    """It is an error where the slider is made."""
    with pytest.raises(gr.DeclarationError, match=next(iter(given))):
        gr.Slider(**given)


def test_chance_starts_each_window_with_another_number():
    """Numbers of its steps alone, and nobody's `change` is heard."""
    heard: list[float] = []
    with gr.Blocks() as demo:
        slider = gr.Slider(1, 1000, step=1, randomize=True, label="S")
        gr.Slider(0, 1, step=0.25, randomize=True, label="F")
        slider.change(heard.append, slider)
    with HeadlessApp(demo) as app:
        windows = [app.open_window() for _ in range(8)]
        numbers = [window.value("S") for window in windows]
        assert len(set(numbers)) > 1
        assert all(isinstance(number, int) and 1 <= number <= 1000 for number in numbers)
        assert {window.value("F") for window in windows} <= {0, 0.25, 0.5, 0.75, 1}
    assert heard == []


def test_an_update_may_change_one_limit_alone():
    """Also one that would not fit to the other's default."""
    with gr.Blocks() as demo:
        slider = gr.Slider(0, 500, value=300, label="S")
        gr.Button("Raise").click(lambda: gr.Slider(minimum=200), None, slider)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Raise")
        assert (window.property("S", "minimum"), window.value("S"), window.toasts) == (200, 300, [])


def test_release_comes_with_the_number():
    """The handler of `release` gets it as those of `change` and `input` do."""
    heard: list[tuple[str, float]] = []
    with gr.Blocks() as demo:
        slider = gr.Slider(0, 10, label="S")
        slider.release(lambda number: heard.append(("release", number)), slider)
        slider.change(lambda number: heard.append(("change", number)), slider)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("S", 4)
        window.trigger("S", "release")
    assert heard == [("change", 4), ("release", 4)]


def test_a_button_of_its_own_is_shown_with_it():
    """`buttons` takes Buttons, which work as everywhere."""
    with gr.Blocks() as demo:
        reset = gr.Button("Reset", render=False)
        slider = gr.Slider(0, 10, value=5, label="S", buttons=[reset])
        number = gr.Number(3, label="N", buttons=[gr.Button("None", render=False)])
        reset.click(lambda: (0, 7), None, [slider, number])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Reset")
        assert (window.value("S"), window.value("N"), window.visible("None")) == (0, 7, True)


@pytest.mark.parametrize(("value", "message"), [(11, "S has to be 10 or less."), (-1, "S has to be 0 or more.")])
def test_what_is_out_of_its_range_is_shown_and_told(value, message):
    """A handler that writes it is no error; one that asks for it does not run, and the user reads why."""
    ran = []
    with gr.Blocks() as demo:
        slider = gr.Slider(0, 10, value=5, label="S")
        gr.Button("Write").click(lambda: value, None, slider)
        gr.Button("Ask").click(ran.append, slider)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Write")
        assert (window.value("S"), window.toasts) == (value, [])
        window.click("Ask")
        assert (ran, window.toasts) == ([], [message])
