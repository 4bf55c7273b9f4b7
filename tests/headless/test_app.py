"""The app singleton, its windows, and the headless stand-in that drives them."""

from __future__ import annotations

import json
import threading

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until


@pytest.fixture
def demo():
    """A small app."""
    with gr.Blocks(title="Small") as blocks:
        blocks.box = gr.Textbox("v", label="Box", elem_id="box-id")
        gr.Textbox(label="Twin")
        gr.Textbox(label="Twin")
        gr.Textbox(label="Off", interactive=False)
        gr.Textbox(label="Gone", visible=False)
        gr.Textbox(label="Unseen", visible="hidden")
        blocks.out = gr.Textbox(label="Out")
        gr.Button("More").click(lambda: gr.App.current().open_window().title, None, blocks.out)
    return blocks


def test_one_process_holds_one_app(demo):
    """A second one is refused with what to do; after the first has ended it may start."""
    with HeadlessApp(demo) as app:
        assert gr.App.current() is app.app
        with pytest.raises(gr.DesktopAppError, match=r"runs in this process already; close it, or open this one as a"):
            HeadlessApp(demo)
    with pytest.raises(gr.DesktopAppError, match="No app is running"):
        gr.App.current()
    with HeadlessApp(demo):
        pass


def test_a_handler_opens_a_window(demo):
    """From a handler or any thread, `App.current().open_window()`."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("More")
        assert [w.title for w in app.windows] == ["Small", "Small"]
        assert window.value("Out") == "Small"


def test_a_window_can_be_reloaded_and_closed_from_python(demo):
    """What the app calls a window is the one that the user sees."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        [native] = app.app.windows
        before = window.session.request.session_hash
        native.reload()
        app.wait()
        assert window.session.request.session_hash != before
        assert native.session is window.session
        native.close()
        assert app.windows == []
        assert native.session is None
        with pytest.raises(RuntimeError, match="the window 'Small' is closed"):
            window.value("Box")
        with pytest.raises(RuntimeError, match="the window 'Small' is closed"):
            _ = window.session


def test_a_window_that_cannot_open_is_not_counted(demo):
    """An error at opening reaches the caller and leaves no window behind."""
    with gr.Blocks() as broken:
        gr.State(lambda: int("many"))
    with HeadlessApp(demo) as app:
        with pytest.raises(ValueError, match="many"):
            app.open_window(broken)
        assert app.windows == []


def test_components_are_found_by_object_label_and_elem_id(demo):
    """All three name the same."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert [window.value(t) for t in (demo.box, "Box", "box-id")] == ["v"] * 3


def test_an_unknown_or_ambiguous_target_says_what_there_is(demo):
    """The message lists the names in the page."""
    with HeadlessApp(demo) as app:
        window = app.open_window()
        with pytest.raises(LookupError, match=r"there is no component 'Bix' in the page; it has: Box, Gone, More"):
            window.set("Bix", "")
        with pytest.raises(LookupError, match="there is more than one component 'Twin'"):
            window.click("Twin")


@pytest.mark.parametrize(("label", "why"), [("Off", "disabled"), ("Gone", "hidden"), ("Unseen", "hidden")])
def test_only_what_a_user_could_do_is_done(demo, label, why):
    """A disabled or hidden component cannot be used."""
    with HeadlessApp(demo) as app, pytest.raises(AssertionError, match=why):
        app.open_window().set(label, "x")


def test_trigger_lets_any_event_happen():
    """Submit, focus and blur as well as a click."""
    seen = []
    with gr.Blocks() as blocks:
        box = gr.Textbox(label="Box")
        for event in (box.submit, box.focus, box.blur):
            event(lambda data, name=event.event: seen.append(name), box)
    with HeadlessApp(blocks) as app:
        window = app.open_window()
        for name in ("focus", "submit", "blur"):
            window.trigger("Box", name)
    assert seen == ["focus", "submit", "blur"]


def test_handlers_know_what_a_start_was_given(tmp_path):
    """Also after a reload and when the window was closed and reopened; a window that is opened otherwise was given
    nothing."""
    given = []
    with gr.Blocks(keep_closed=60) as blocks:
        out = gr.Textbox(label="Out")

        def show(request: gr.Request):
            given.append((request.arguments, request.folder))
            return "shown"

        blocks.load(show, None, out)
        gr.Button("Ask").click(show, None, out)
    with HeadlessApp(blocks) as app:
        window = app.open_window(arguments=["a.txt", "b"], folder=tmp_path)
        window.reload()
        window.close()
        app.reopen_window().click("Ask")
        app.open_window()
    assert given == [*[(("a.txt", "b"), tmp_path)] * 3, ((), None)]


def test_launch_says_which_arguments_mean_nothing_here(demo, monkeypatch):
    """Gradio's server arguments are named in one warning, and an unknown one is an error."""
    launched = []
    monkeypatch.setattr(gr.App, "run", lambda blocks, **options: launched.append((blocks, options)))
    with pytest.warns(UserWarning, match=r"launch\(server_port=…, share=…\) has no effect") as caught:
        demo.launch(share=True, server_port=7860)
    assert len(caught) == 1
    with pytest.raises(TypeError, match="launch\\(\\) has no argument 'shaer'"):
        demo.launch(shaer=True)
    demo.launch(engine="gtk", debug=True, single_instance=False)
    assert launched == [
        (demo, {"engine": None, "debug": False, "single_instance": True}),
        (demo, {"engine": "gtk", "debug": True, "single_instance": False}),
    ]


def test_an_action_waits_for_what_the_clock_has_sent(monkeypatch):
    """The result of a handler follows the batch that says it takes its time, when the page has shown that."""
    shown = threading.Event()

    def slow():
        assert shown.wait(10)
        return "done"

    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(slow, None, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        receive, outbox = window.page.receive, window._surface.connection._outbox

        def receive_late(text):
            if any((json.loads(text).get("statuses") or {}).values()):
                shown.set()
                wait_until(outbox._waits, "the result, which has to follow")
            receive(text)

        monkeypatch.setattr(window.page, "receive", receive_late)
        window.click("Go")
        assert window.value("Out") == "done"
