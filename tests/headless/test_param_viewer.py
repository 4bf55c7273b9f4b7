"""ParamViewer: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError, HandlerError
from desktop_app.testing import HeadlessApp

FULL = {"x": {"type": "int", "description": "How **many**", "default": "1"}}


@pytest.mark.parametrize("value", ["x", 5, ["x"], {"x": "int"}, {"x": None}])
def test_it_cannot_show_everything(value):
    """The error names the component and the value."""
    with pytest.raises(HandlerError, match="ParamViewer cannot show "):
        gr.ParamViewer().to_page(value)


@pytest.mark.parametrize(
    ("value", "got"),
    [
        (None, None),
        ({}, {}),
        (FULL, FULL),
        ({"x": {"type": "int"}}, {"x": {"type": "int", "description": "", "default": None}}),
        ({"x": {"description": None, "default": 0}}, {"x": {"type": "", "description": "", "default": "0"}}),
    ],
)
def test_handlers_get_what_is_shown(value, got):
    """What is left out is empty, and everything is text."""
    viewer = gr.ParamViewer()
    assert viewer.preprocess(viewer.to_page(value)) == got


@pytest.mark.parametrize("options", [{"language": "perl"}, {"linkify": "int"}, {"max_height": []}, {"header": 5}])
def test_what_makes_no_sense_is_refused(options):
    """Where it is declared."""
    with pytest.raises(DeclarationError, match="ParamViewer"):
        gr.ParamViewer(**options)


def test_change_follows_a_handler():
    """An equal value is no change, properties can be changed, and `upload` can be listened to."""
    heard = []
    with gr.Blocks() as demo:
        viewer = gr.ParamViewer(FULL, "typescript", None, elem_id="v", header=None, anchor_links="a", max_height=9)
        viewer.change(heard.append, viewer)
        viewer.upload(heard.append, viewer)
        gr.Button("Same").click(lambda: FULL, outputs=viewer)
        gr.Button("Other").click(lambda: gr.ParamViewer(value={}, header="H", linkify=["int"]), outputs=viewer)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Same")
        window.click("Other")
        assert heard == [{}]
        assert window.property("v", "header") == "H"
        assert window.property("v", "linkify") == ["int"]
