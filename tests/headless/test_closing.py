"""Whether a window may be closed."""

from __future__ import annotations

import threading

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp

QUESTION = "There are unsaved changes. Close all the same?"


def editor(may_close=None):
    with gr.Blocks() as demo:
        text = gr.Textbox(label="Text")

        @demo.window.closing(inputs=text)
        def closing(text):
            return may_close(text) if may_close else (QUESTION if text else True)

    return demo


def test_a_window_with_nothing_to_lose_closes():
    """The listener has agreed."""
    with HeadlessApp(editor()) as app:
        app.open_window().close()
        assert app.windows == []


@pytest.mark.parametrize(("answer", "left"), [("Cancel", 1), ("Close", 0)])
def test_the_user_is_asked(answer, left):
    """A text that the listener returns is the question; the values stay if the window does."""
    with HeadlessApp(editor()) as app:
        window = app.open_window()
        window.set("Text", "typed")
        window.close()
        assert window.dialog.title == QUESTION
        assert (window.dialog.buttons, window.dialog.cancel) == (("Close", "Cancel"), "Cancel")
        window.answer(answer)
        assert len(app.windows) == left
        if left:
            assert window.value("Text") == "typed"
            window.close()
            assert window.dialog is not None


def test_a_question_is_asked_once():
    """Who presses the cross again sees the question that is there."""
    with HeadlessApp(editor()) as app:
        window = app.open_window()
        window.set("Text", "typed")
        window.close()
        window.close()
        window.answer("Cancel")
        assert window.dialog is None


def test_false_keeps_it_open():
    """Without a word."""
    with HeadlessApp(editor(lambda text: False)) as app:
        window = app.open_window()
        window.close()
        assert app.windows == [window]
        assert window.dialog is None


def test_a_listener_that_fails_loses_nothing():
    """The user decides."""
    with HeadlessApp(editor(lambda text: 1 / 0)) as app:
        window = app.open_window()
        window.close()
        assert "could not be found out" in window.dialog.title
        window.answer("Close")
        assert app.windows == []


def test_a_listener_that_hangs_traps_nobody():
    """Pressing the cross again lets the user close the window all the same."""
    asked, go_on = threading.Event(), threading.Event()

    def hang(text):
        asked.set()
        go_on.wait(10)

    with HeadlessApp(editor(hang)) as app:
        window = app.open_window()
        window._surface.close()
        assert asked.wait(5)
        window._surface.close()
        assert "has not answered" in window.dialog.title
        window.answer("Close", wait=False)
        assert app.windows == []
        go_on.set()


def test_all_listeners_are_asked():
    """One that refuses is enough."""
    with gr.Blocks() as demo:
        demo.window.closing(lambda: True)
        demo.window.closing(lambda: "Really?")
        demo.window.closing(lambda: False)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.close()
        assert app.windows == [window]
        assert window.dialog is None


def test_a_listener_may_ask_for_itself():
    """With buttons of its own, and save before it lets go."""
    saved = []

    def may_close(text):
        answer = gr.ask("Save your changes?", buttons=["Save", "Discard", "Cancel"])
        if answer == "Save":
            saved.append(text)
        return answer != "Cancel"

    with HeadlessApp(editor(may_close)) as app:
        window = app.open_window()
        window.set("Text", "typed")
        window.close()
        window.answer("Cancel")
        assert app.windows == [window]
        window.close()
        window.answer("Save")
        assert (app.windows, saved) == ([], ["typed"])


def test_async_listeners_and_generators_answer_as_well():
    """The last thing that a generator yields counts."""

    async def asynchronous():
        return False

    def generator():
        yield False
        yield True

    for listener, left in [(asynchronous, 1), (generator, 0)]:
        with gr.Blocks() as demo:
            demo.window.closing(listener)
        with HeadlessApp(demo) as app:
            app.open_window().close()
            assert len(app.windows) == left


def test_quitting_asks_every_window():
    """Those that agree are closed, the others stay."""
    with HeadlessApp(editor()) as app:
        first, second = app.open_window(), app.open_window()
        second.set("Text", "typed")
        first.choose("File", "Quit")
        assert app.windows == [second]
        second.answer("Close")
        assert app.windows == []


def test_force_asks_nobody():
    """Neither listener nor user."""
    with HeadlessApp(editor(lambda text: False)) as app:
        app.open_window().window.close(force=True)
        assert app.windows == []


def test_each_window_is_asked_with_its_own_values():
    """What one holds does not keep another."""
    with HeadlessApp(editor()) as app:
        first, second = app.open_window(), app.open_window()
        first.set("Text", "typed")
        second.close()
        assert app.windows == [first]


def test_its_listeners_have_no_outputs():
    """What they return is an answer."""
    with gr.Blocks() as demo:
        text = gr.Textbox()
        with pytest.raises(gr.DeclarationError, match="it has no outputs"):
            demo.window.closing(lambda: "x", None, text)


def test_blocks_inside_others_are_asked_too():
    """Their listeners are about the window that shows them."""
    with gr.Blocks() as inner:
        inner.window.closing(lambda: False)
    with gr.Blocks() as outer:
        inner.render()
    with HeadlessApp(outer) as app:
        app.open_window().close()
        assert len(app.windows) == 1
