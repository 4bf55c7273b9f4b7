"""ClearButton: what it empties, and how."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


def test_what_has_no_value_cannot_be_emptied():
    """The error names it, at once and in `add`."""
    with gr.Blocks():
        row = gr.Row()
        with pytest.raises(gr.DeclarationError, match="Row has no value that a ClearButton could empty"):
            gr.ClearButton([row])
        with pytest.raises(gr.DeclarationError, match="Row has no value"):
            gr.ClearButton().add(row)
        with pytest.raises(gr.DeclarationError, match="has to be a component, not 'x'"):
            gr.ClearButton(["x"])


def test_each_component_gets_its_empty_value():
    """Whatever is in them, also what no handler could get."""
    with gr.Blocks() as demo:
        text, number = gr.Textbox("x", label="Text"), gr.Number(5, minimum=3, label="Number")
        group = gr.CheckboxGroup(["a"], value=["a"], label="Group")
        gr.ClearButton([text, number, group])
        text.submit(lambda *values: None, [text, number, group])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Number", 1)
        window.click("Clear")
        assert [window.value(label) for label in ("Text", "Number", "Group")] == [None, None, []]


def test_a_state_gets_the_value_it_started_with():
    """A value of its own, not the one of another session."""
    with gr.Blocks() as demo:
        items = gr.State(["a"])
        gr.Button("Add").click(lambda items: [*items, "b"], items, items)
        gr.ClearButton(items, value="Reset")
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        window.click("Add")
        other.click("Add")
        window.click("Reset")
        assert (window.value(items), other.value(items)) == (["a"], ["a", "b"])
        assert window.value(items) is not items.value


def test_more_can_be_added():
    """One or several, before it is rendered and afterwards; `add` returns the button."""
    with gr.Blocks() as demo:
        boxes = [gr.Textbox(str(number), label=f"Box {number}") for number in range(4)]
        button = gr.ClearButton(boxes[0], value="Empty", variant="stop", render=False)
        assert button.add(boxes[1]) is button
        button.render()
        button.add([boxes[2]])
        assert button.components == boxes[:3]
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Empty")
        assert [window.value(box) for box in boxes] == [None, None, None, "3"]


def test_it_tells_of_its_press_like_any_button():
    """Listeners of the author run as well, and `change` of what was emptied."""
    heard: list[object] = []
    with gr.Blocks() as demo:
        box = gr.Textbox("x", label="Box")
        box.change(heard.append, box)
        gr.ClearButton(box).click(lambda: heard.append("click"))
    with HeadlessApp(demo) as app:
        app.open_window().click("Clear")
        assert sorted(map(str, heard)) == ["None", "click"]


def test_nothing_to_empty_is_a_button():
    """It does nothing by itself."""
    with gr.Blocks() as demo:
        gr.ClearButton()
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Clear")
        assert window.toasts == []
