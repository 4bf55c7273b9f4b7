"""Row and Column, as declared and as a session has them."""

from __future__ import annotations

import threading

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: gr.Row(variant="big"), "Row(variant='big'): Input should be 'default', 'panel' or 'compact'."),
        (lambda: gr.Row(height=[1]), "Row(height=[1])"),
        (lambda: gr.Row(equal_hight=True), "Row has no argument 'equal_hight'. Did you mean 'equal_height'?"),
        (lambda: gr.Column(variant="big"), "Column(variant='big'): Input should be 'default', 'panel' or 'compact'."),
        (lambda: gr.Column(scale="wide"), "Column(scale='wide')"),
    ],
)
def test_a_wrong_argument_is_said(make, message):
    """The class, the argument and what it takes."""
    with gr.Blocks(), pytest.raises(DeclarationError) as raised:
        make()
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("variant", "panel"),
        ("scale", 3),
        ("height", 100),
        ("height", "50vh"),
        ("max_height", 10.5),
        ("min_height", "2em"),
        ("equal_height", True),
    ],
)
def test_the_page_gets_the_properties_of_a_row(name, value):
    """As declared, and as a handler changes them for one session alone."""
    with gr.Blocks() as demo:
        with gr.Row(**{name: value}) as declared:
            gr.Textbox(label="a")
        with gr.Row() as changed:
            gr.Textbox(label="b")
        gr.Button("Change").click(lambda: gr.Row(**{name: value}), outputs=changed)
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        before = other.property(changed, name)
        window.click("Change")
        assert window.property(declared, name) == window.property(changed, name) == value
        assert other.property(changed, name) == before != value


def test_row_update_shows_and_hides():
    """Without an argument it changes nothing."""
    with gr.Blocks() as demo:
        with gr.Row() as row:
            gr.Textbox(label="Box")
        for value in (None, False, True, "hidden"):
            gr.Button(str(value)).click(lambda value=value: gr.Row.update(visible=value), outputs=row)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        seen = []
        for name in ("None", "False", "None", "True", "hidden"):
            window.click(name)
            seen.append(window.visible("Box"))
        assert seen == [True, False, False, True, False]


def test_a_wrong_property_from_a_handler_is_shown_and_changes_nothing():
    """The user hears what is wrong; the row stays as it was."""
    with gr.Blocks() as demo:
        with gr.Row() as row:
            gr.Textbox(label="Box")
        gr.Button("Change").click(lambda: gr.update(variant="big"), outputs=row)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Change")
        assert window.property(row, "variant") == "default"
        assert len(window.toasts) == 1


@pytest.mark.parametrize("layout", [gr.Row, gr.Column])
def test_a_layout_shows_progress_on_request(layout):
    """Without it, or as an output among others, it stays free."""
    go_on = threading.Event()
    with gr.Blocks() as demo:
        quiet, telling = layout(elem_id="quiet"), layout(elem_id="telling", show_progress=True)
        box = gr.Textbox(label="Box")

        def work():
            go_on.wait(5)
            return gr.skip(), gr.skip(), gr.skip()

        gr.Button("Work").click(work, outputs=[quiet, telling, box])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Work", wait=False)
        wait_until(lambda: window.status("Box"), "the status is shown")
        assert window.status("telling") is not None
        assert window.status("quiet") is None
        go_on.set()
