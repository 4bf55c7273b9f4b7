"""Buttons of the author's in the heads of components."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.components.own_buttons import WithButtons
from desktop_app.errors import DeclarationError
from desktop_app.testing import HeadlessApp

KINDS = {
    name: kind for name in gr.__all__ if isinstance(kind := getattr(gr, name), type) and issubclass(kind, WithButtons)
}


@pytest.mark.parametrize("name", KINDS)
def test_each_takes_buttons_that_work(name):
    """With a place of their own, which they leave, or without one; a handler shows, hides and names them."""
    heard = []
    with gr.Blocks() as demo:
        placed, new = gr.Button("Placed"), gr.Button("New", render=False)
        component = KINDS[name](elem_id="one", label="One", buttons=[placed, new])
        placed.click(lambda: gr.Button("Renamed", variant="stop"), None, new)
        new.click(lambda: heard.append("new"))
        gr.Button("Hide").click(lambda: KINDS[name](visible=False), None, component)
    assert demo.children[0] is component
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Placed")
        window.click("Renamed")
        assert heard == ["new"]
        window.click("Hide")
        assert not window.visible("Placed")


@pytest.mark.parametrize("name", KINDS)
def test_what_is_no_button_is_refused(name):
    """Where it is declared."""
    for wrong in (["paste"], "copy", [5], 5):
        with pytest.raises(DeclarationError, match="buttons"):
            KINDS[name](buttons=wrong)


def test_the_button_that_copies_is_named():
    """By components that have one; it is there by default where there is much to copy."""
    shown = {name: list(kind().buttons) for name, kind in KINDS.items()}
    assert {name: names for name, names in shown.items() if names} == {"Code": ["copy", "download"], "JSON": ["copy"]}
    taken = {name for name, kind in KINDS.items() if _takes(kind, "copy")}
    assert taken == {"Code", "JSON", "Markdown", "Text", "TextArea", "Textbox"}


def _takes(kind, name):
    try:
        return kind(buttons=[name]).buttons == [name]
    except DeclarationError:
        return False


def test_a_button_has_one_place():
    """A second component cannot have it, nor can an update bring one."""
    with gr.Blocks():
        button = gr.Button("Mine", render=False)
        first = gr.Number(label="First", buttons=[button])
        with pytest.raises(DeclarationError, match="is a button of <Number 'First'> already"):
            gr.Number(label="Second", buttons=[button])
    assert first.changed({"buttons": []}).inside() == [button]
    with pytest.raises(DeclarationError, match="has other Buttons"):
        first.changed({"buttons": [gr.Button("Other", render=False)]})
    with gr.Blocks():
        elsewhere = gr.Button("Elsewhere")
    with gr.Blocks(), pytest.raises(DeclarationError, match="was made elsewhere"):
        gr.Checkbox(buttons=[elsewhere])


def test_one_that_is_rendered_has_its_buttons_as_well():
    """Each time anew."""
    heard = []
    with gr.Blocks() as demo:
        count = gr.Number(1, label="Count")

        @gr.render(inputs=count)
        def draw(count):
            for number in range(int(count)):
                button = gr.Button(f"Clear {number}")
                gr.Textbox(label=f"Box {number}", buttons=[button])
                button.click(lambda number=number: heard.append(number))

    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Clear 0")
        window.set("Count", 2)
        window.click("Clear 1")
    assert heard == [0, 1]
