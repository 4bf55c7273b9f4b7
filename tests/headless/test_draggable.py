"""Draggable, as declared and as a session has it."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError
from desktop_app.testing import HeadlessApp


def test_a_wrong_orientation_is_said():
    """With those that there are."""
    with gr.Blocks(), pytest.raises(DeclarationError, match="'row' or 'column'"):
        gr.Draggable(orientation="diagonal")


def test_the_page_gets_its_orientation():
    """A column unless it says so; a handler changes it for its session alone."""
    with gr.Blocks() as demo:
        with gr.Draggable(elem_id="items") as items:
            gr.Textbox(label="A")
        gr.Button("Turn").click(lambda: gr.Draggable(orientation="row"), outputs=items)
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        window.click("Turn")
        assert window.property("items", "orientation") == "row"
        assert other.property("items", "orientation") == "column"
        window.set("A", "in it")
        assert window.value("A") == "in it"
