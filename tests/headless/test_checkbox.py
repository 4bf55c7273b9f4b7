"""Checkbox: what it takes and what it refuses."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError
from desktop_app.testing import HeadlessApp


@pytest.mark.parametrize("value", [1, 0, "true", None, [], [True], {}])
def test_only_true_and_false_come_from_the_page(value):
    """Anything else cannot have been ticked."""
    with pytest.raises(ValueError, match="valid boolean"):
        gr.Checkbox().accept(value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, False), (True, True), (0, False), (1, True), ("", False), ("😀", True), (float("nan"), True), ([], False)],
)
def test_any_value_is_true_or_false(value, shown):
    """What Python takes for true ticks it."""
    assert gr.Checkbox().to_page(value) is shown


def test_its_buttons_are_buttons():
    """Anything else is refused where it is declared."""
    with pytest.raises(DeclarationError, match="'copy' is not a Button"):
        gr.Checkbox(buttons=["copy"])


def test_a_value_can_be_computed():
    """A function is called at each load."""
    with gr.Blocks() as demo:
        gr.Checkbox(lambda: True, label="Box")
    with HeadlessApp(demo) as app:
        assert app.open_window().value("Box") is True


def test_a_handler_gets_what_was_ticked():
    """A bool, for `change` and `input`; an update changes any property."""
    heard = []
    with gr.Blocks() as demo:
        box = gr.Checkbox(label="Box", info="Help", container=False, scale=2, min_width=10, elem_id="box")
        box.change(lambda v: heard.append(("change", v)), box)
        box.input(lambda v: heard.append(("input", v)), box)
        gr.Button("Off").click(lambda: gr.Checkbox(interactive=False, label="Off"), outputs=box)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Box", True)
        assert sorted(heard) == [("change", True), ("input", True)]
        window.click("Off")
        assert window.property("box", "label") == "Off"
        assert window.property("box", "interactive") is False
        with pytest.raises(AssertionError, match="disabled"):
            window.set("box", False)


@pytest.mark.parametrize("data", [None, "x", {}, {"selected": 1}])
def test_a_selection_the_page_could_not_have_made_is_refused(data):
    """It says whether the box is ticked; the rest is known."""
    box = gr.Checkbox(label="Box")
    told = {"index": 0, "value": "Box", "selected": True}
    assert box.event_data("select", {"selected": True, "value": "lie"}) == told
    with pytest.raises(ValueError, match="does not say"):
        box.event_data("select", data)
