"""Dialogs as plain functions in handlers."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


def app_for(handler):
    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Go").click(handler, None, out)
    return demo


def test_open_file_returns_the_file():
    """What is asked is what the dialog shows; None comes back as None."""
    demo = app_for(lambda: repr(gr.open_file("Pick", filters={"Texts": ["*.txt", "md", ".rst"], "All": "*"})))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        dialog = window.dialog
        assert (dialog.kind, dialog.title) == ("open", "Pick")
        assert dialog.filters == {"Texts": ["*.txt", "*.md", "*.rst"], "All": ["*"]}
        window.answer("notes.txt")
        assert window.value("Out") == repr(Path("notes.txt"))
        window.click("Go")
        window.answer(None)
        assert window.value("Out") == "None"


@pytest.mark.parametrize(
    ("ask", "kind", "answer", "returned"),
    [
        (lambda: gr.open_files(), "open_many", ["a", "b"], [Path("a"), Path("b")]),
        (lambda: gr.open_files(), "open_many", None, []),
        (lambda: gr.choose_folder(), "folder", "there", Path("there")),
        (lambda: gr.save_file(name="new.txt"), "save", "new.txt", Path("new.txt")),
        (lambda: gr.save_file(), "save", None, None),
    ],
)
def test_the_other_file_dialogs(ask, kind, answer, returned):
    """Several files, a folder, a place to save."""
    got = []
    with HeadlessApp(app_for(lambda: got.append(ask()))) as app:
        window = app.open_window()
        window.click("Go")
        assert window.dialog.kind == kind
        window.answer(answer)
        assert got == [returned]


def test_a_dialog_starts_in_a_folder_that_there_is(tmp_path):
    """That of a file, or the nearest that exists."""
    for folder in (tmp_path, tmp_path / "not there" / "deeper"):
        with HeadlessApp(app_for(lambda folder=folder: str(gr.choose_folder(folder=folder)))) as app:
            window = app.open_window()
            window.click("Go")
            assert window.dialog.folder == tmp_path
            window.answer(None)


def test_ask_returns_the_button():
    """Yes and No by default; the first is Enter's, the last Escape's."""
    with HeadlessApp(app_for(lambda: gr.ask("Sure?"))) as app:
        window = app.open_window()
        window.click("Go")
        assert window.dialog.buttons == ("Yes", "No")
        assert (window.dialog.default, window.dialog.cancel) == ("Yes", "No")
        window.answer("No")
        assert window.value("Out") == "No"


def test_show_message_returns_when_it_is_read():
    """It has one button."""
    with HeadlessApp(app_for(lambda: gr.show_message("Done", "All is well", kind="warning"))) as app:
        window = app.open_window()
        window.click("Go")
        assert (window.dialog.kind, window.dialog.title, window.dialog.message) == ("warning", "Done", "All is well")
        window.answer("OK")
        assert window.dialog is None


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: gr.ask("?", buttons=[]), "one or more texts"),
        (lambda: gr.ask("?", buttons=["a", "a"]), "each once"),
        (lambda: gr.ask("?", buttons=["a", ""]), "one or more texts"),
        (lambda: gr.ask("?", buttons=["a"], default="b"), "none of the buttons"),
        (lambda: gr.ask("?", buttons=["a"], cancel="b"), "none of the buttons"),
        (lambda: gr.show_message("?", kind="loud"), "info, warning, error"),
        (lambda: gr.open_file(filters={"None": []}), "patterns such as"),
        (lambda: gr.open_file(filters={"Odd": "."}), "patterns such as"),
    ],
)
def test_what_cannot_be_asked_is_an_error(ask, says):
    """It says what can be."""
    with pytest.raises(gr.DesktopAppError, match=says):
        ask()


def test_a_window_that_is_closed_answers_none():
    """The handler goes on and ends."""
    got = []
    with HeadlessApp(app_for(lambda: got.append(gr.ask("Sure?")))) as app:
        window = app.open_window()
        window.click("Go")
        window.window.close(force=True)
        app.wait()
        assert got == [None]


def test_an_async_handler_asks_on_a_thread():
    """Asking directly would hold up all of them, and is an error that says so."""

    async def wrong():
        return gr.ask("Sure?")

    async def right():
        return await asyncio.to_thread(gr.ask, "Sure?")

    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Wrong").click(wrong, None, out)
        gr.Button("Right").click(right, None, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Wrong")
        assert "Something went wrong" in window.toasts[0]
        window.click("Right")
        window.answer("Yes")
        assert window.value("Out") == "Yes"


def test_the_dialog_is_the_handlers_windows():
    """Not that of another window."""
    with HeadlessApp(app_for(lambda: gr.ask("Sure?"))) as app:
        first, second = app.open_window(), app.open_window()
        first.click("Go")
        assert second.dialog is None
        assert first.dialog is not None
        first.answer("Yes")


def test_other_handlers_go_on_meanwhile():
    """A question holds nobody up but its handler."""
    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")
        gr.Button("Ask").click(lambda: gr.ask("Sure?"), None, out)
        gr.Button("Other").click(lambda: "other", None, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Ask")
        window.click("Other")
        assert window.value("Out") == "other"
        window.answer("Yes")
        assert window.value("Out") == "Yes"


def test_without_a_window_there_is_nobody_to_ask():
    """The message says so."""
    with HeadlessApp(app_for(lambda: None)), pytest.raises(gr.DesktopAppError, match="no window to ask in"):
        gr.ask("Anybody?")
    with pytest.raises(gr.DesktopAppError, match="No app is running"):
        gr.ask("Anybody?")
