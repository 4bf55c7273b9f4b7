"""Walkthrough and its steps, as declared and as a session has them."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError
from desktop_app.testing import HeadlessApp


def test_steps_without_a_walkthrough_get_one_together():
    """Those that follow each other; what comes between parts them."""
    with gr.Blocks():
        first, second = gr.Step("One"), gr.Step("Two")
        gr.Markdown()
        third = gr.Step("Three")
    assert isinstance(first.parent, gr.Walkthrough)
    assert first.parent is second.parent
    assert isinstance(third.parent, gr.Walkthrough)
    assert third.parent is not first.parent


def test_what_is_no_step_is_warned_of():
    """It is shown below all of them."""
    with gr.Blocks(), pytest.warns(UserWarning, match="put it into a Step"), gr.Walkthrough():
        gr.Textbox()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: gr.Step(interactive="maybe"), "Step(interactive='maybe')"),
        (lambda: gr.Step("a", True, True, 3), "Step"),
        (lambda: gr.Walkthrough(selected=[1]), "Walkthrough(selected=[1])"),
        (lambda: gr.Walkthrough(select=1), "Walkthrough has no argument 'select'. Did you mean 'selected'?"),
    ],
)
def test_a_wrong_argument_is_said(make, message):
    """The class, and which one."""
    with gr.Blocks(), gr.Walkthrough(), pytest.raises(DeclarationError) as raised:
        make()
    assert message in str(raised.value)


def test_the_page_gets_what_was_declared():
    """Also what was given without a name."""
    with gr.Blocks() as demo, gr.Walkthrough(selected="b"):
        gr.Step("One", True, False, id="a")
        gr.Step("Two", "hidden", id="b", scale=2)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        nodes = [node["props"] for node in window.page.nodes.values() if node["kind"] == "step"]
        assert [(n["label"], n["visible"], n["interactive"], n["tab_id"], n["scale"]) for n in nodes] == [
            ("One", True, False, "a", None),
            ("Two", "hidden", True, "b", 2),
        ]


def test_a_handler_goes_on():
    """For its session alone; a step keeps its id."""
    with gr.Blocks() as demo, gr.Walkthrough(elem_id="steps") as walkthrough:
        with gr.Step("One", id=1) as one:
            gr.Button("Next").click(lambda: gr.Walkthrough(selected=2), outputs=walkthrough)
            gr.Button("Rename").click(lambda: gr.Step("First", interactive=False), outputs=one)
            gr.Button("Renumber").click(lambda: gr.update(id=3), outputs=one)
        gr.Step("Two", id=2)
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        window.click("Next")
        assert (window.property("steps", "selected"), other.property("steps", "selected")) == (2, None)
        window.click("Renumber")
        assert len(window.toasts) == 1
        window.click("Rename")
        assert window.property("First", "interactive") is False


def test_events_tell_which():
    """Of the walkthrough and of the step."""
    heard = []
    with gr.Blocks() as demo, gr.Walkthrough(elem_id="steps") as walkthrough, gr.Step("One") as one:
        gr.Textbox()

    def note(data: gr.SelectData):
        heard.append((data.target.kind, data.index, data.value))

    with demo:
        walkthrough.change(note)
        walkthrough.select(note)
        one.select(note)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        data = {"index": 0, "value": "One", "selected": True}
        for target, event in (("steps", "change"), ("steps", "select"), ("One", "select")):
            window.trigger(target, event, data)
    assert heard == [("walkthrough", 0, "One"), ("walkthrough", 0, "One"), ("step", 0, "One")]
