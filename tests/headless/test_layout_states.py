"""What is open and selected: by whom, who hears of it, and that a window shows it again."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


def layouts(heard):
    """An app with layouts that open and select, all of whose events are noted."""
    with gr.Blocks(keep_closed=60) as demo:
        with gr.Accordion("More", open=False) as demo.more:
            gr.Markdown("inside")
        with gr.Sidebar("Side") as demo.side:
            gr.Markdown("inside")
        with gr.Tabs() as demo.tabs:
            with gr.Tab("One", id="one") as demo.one:
                gr.Markdown("one")
            with gr.Tab("Two") as demo.two:
                gr.Markdown("two")
        with gr.Walkthrough() as demo.steps:
            with gr.Step("First") as demo.first:
                gr.Markdown("first")
            with gr.Step("Second", id=7) as demo.second:
                gr.Markdown("second")

        def note(what):
            def hear(event: gr.EventData):
                heard.append((what, event.index) if event.value else what)

            return hear

        for name in ("more", "side"):
            getattr(demo, name).expand(note(f"{name} expand"))
            getattr(demo, name).collapse(note(f"{name} collapse"))
        for name in ("tabs", "steps"):
            getattr(demo, name).change(note(f"{name} change"))
        for name in ("one", "two", "first", "second"):
            getattr(demo, name).select(note(f"{name} select"))
        gr.Button("Open").click(lambda: [gr.update(open=True)] * 2, None, [demo.more, demo.side])
        gr.Button("Close").click(lambda: [gr.update(open=False)] * 2, None, [demo.more, demo.side])
        gr.Button("On").click(lambda: (gr.Tabs(selected=1), gr.Walkthrough(selected=7)), None, [demo.tabs, demo.steps])
        gr.Button("Back").click(
            lambda: (gr.Tabs(selected="one"), gr.Walkthrough(selected=0)), None, [demo.tabs, demo.steps]
        )
    return demo


def test_listeners_hear_of_what_a_handler_opens_and_selects():
    """Of each change once, and not of what was so before."""
    heard: list[object] = []
    with HeadlessApp(layouts(heard)) as app:
        window = app.open_window()
        window.click("Open")
        window.click("Open")
        assert heard == ["more expand"]
        window.click("Close")
        assert sorted(heard[1:]) == ["more collapse", "side collapse"]
        heard.clear()
        window.click("On")
        window.click("On")
        assert sorted(heard) == [("second select", 1), ("steps change", 1), ("tabs change", 1), ("two select", 1)]
        heard.clear()
        window.click("Back")
        assert sorted(heard) == [("first select", 0), ("one select", 0), ("steps change", 0), ("tabs change", 0)]


def test_a_window_that_is_opened_again_shows_what_the_user_has_opened_and_selected():
    """Python knows of it at once, also where nobody listens; a reload starts as it was declared."""
    demo = layouts([])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.trigger(demo.more, "expand")
        window.trigger(demo.side, "collapse")
        window.trigger(demo.two, "select")
        window.trigger(demo.second, "select")
        window.close()
        again = app.reopen_window()
        states = (again.property(demo.more, "open"), again.property(demo.side, "open"))
        selected = (again.property(demo.tabs, "selected"), again.property(demo.steps, "selected"))
        assert (states, selected) == ((True, False), (1, 7))
        again.reload()
        assert again.property(demo.more, "open") is False
        assert again.property(demo.tabs, "selected") is None


@pytest.mark.parametrize("state", [None, "maybe", [], {"a": 1}, 5.5])
def test_what_cannot_be_is_refused(state, caplog):
    """The layout stays as it was."""
    demo = layouts([])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.page._edits[str(demo.more.id)] = state
        window.click("Back")
        assert window.property(demo.more, "open") is False
        assert window.session.values.view(demo.more).open is False
    assert "an edit was refused" in caplog.text
