"""Number: its buttons and its wrong arguments; what it takes and gives is in test_components."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


@pytest.mark.parametrize("given", [{"precision": -1}, {"step": 0}, {"minimum": "x"}, {"buttons": ["copy"]}])
def test_a_wrong_argument_is_named(given):
    """It is an error where the number is made."""
    with pytest.raises(gr.DeclarationError, match=next(iter(given))):
        gr.Number(**given)


def test_a_button_of_its_own_is_shown_with_it():
    """`buttons` takes Buttons, which work as everywhere."""
    with gr.Blocks() as demo:
        reset = gr.Button("Reset", render=False)
        number = gr.Number(3, label="N", buttons=[reset])
        reset.click(lambda: 0, None, number)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Reset")
        assert window.value("N") == 0


def test_its_events():
    """Each of them comes to its handler."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        number = gr.Number(label="N")
        for event in ("input", "submit", "focus", "blur"):
            getattr(number, event)(lambda event=event: heard.append(event))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for event in ("input", "submit", "focus", "blur"):
            window.trigger("N", event)
    assert heard == ["input", "submit", "focus", "blur"]
