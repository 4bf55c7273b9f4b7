"""What the desktop does for an app, and what it tells it."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


@pytest.fixture
def app():
    """An app with an empty window."""
    with gr.Blocks() as demo:
        gr.Textbox(label="Text")
    with HeadlessApp(demo) as app:
        app.open_window()
        yield app


def test_notifications(app):
    """A title, and perhaps more."""
    gr.notify("Done")
    gr.notify("Ready", "Your export is there.")
    assert app.desk.notifications == [("Done", ""), ("Ready", "Your export is there.")]


def test_the_clipboard(app):
    """What is written can be read; nothing is None."""
    assert gr.read_clipboard() is None
    gr.write_clipboard("Ünï 🎈")
    assert gr.read_clipboard() == "Ünï 🎈"


def test_the_icon(app):
    """A number and progress, and neither."""
    gr.show_badge(3)
    gr.show_icon_progress(0.5)
    assert (app.desk.badge, app.desk.progress) == (3, 0.5)
    gr.show_badge(0)
    gr.show_icon_progress(None)
    assert (app.desk.badge, app.desk.progress) == (0, None)


@pytest.mark.parametrize("wrong", [lambda: gr.show_badge(-1), lambda: gr.show_icon_progress(2)])
def test_what_no_icon_shows_is_an_error(app, wrong):
    """It says what can be shown."""
    with pytest.raises(ValueError, match="from 0"):
        wrong()


@pytest.mark.parametrize(
    "function",
    [
        lambda: gr.notify("x"),
        gr.read_clipboard,
        lambda: gr.write_clipboard("x"),
        lambda: gr.show_badge(1),
        lambda: gr.show_icon_progress(1),
    ],
)
def test_without_an_app_there_is_no_desktop(function):
    """The message says how to start one."""
    with pytest.raises(gr.DesktopAppError, match=r"demo\.launch"):
        function()


def test_only_what_is_there_can_be_opened(tmp_path):
    """A link never can."""
    for wrong in (tmp_path / "not there", "https://example.org"):
        with pytest.raises(FileNotFoundError):
            gr.open_in_system(wrong)


def test_dropped_files_come_with_their_paths(tmp_path):
    """In the window where they were dropped, with what was typed there."""
    with gr.Blocks() as demo:
        note, out = gr.Textbox(label="Note"), gr.Textbox(label="Out")

        @demo.window.drop(inputs=note, outputs=out)
        def dropped(note, data: gr.DropData):
            return f"{note}: {[file.name for file in data.files]}"

    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        window.set("Note", "typed")
        window.drop(tmp_path / "a.txt", "b c.txt")
        assert window.value("Out") == "typed: ['a.txt', 'b c.txt']"
        assert not other.value("Out")


def test_nobody_minds_a_drop_that_nobody_waits_for():
    """It is forgotten."""
    with gr.Blocks() as demo:
        gr.Textbox()
    with HeadlessApp(demo) as app:
        app.open_window().drop("a.txt")


def changes():
    """An app that shows what the system changes."""
    with gr.Blocks() as demo:
        out = gr.Textbox(label="Out")

        def show(data: gr.EventData):
            return data.value

        demo.window.color_scheme_change(show, None, out)
        demo.window.language_change(show, None, out)
    return demo


@pytest.mark.parametrize(
    ("event", "value"),
    [("color_scheme_change", "dark"), ("color_scheme_change", "light"), ("language_change", "de-AT")],
)
def test_the_system_changes_while_the_window_is_open(event, value):
    """The page tells of it."""
    demo = changes()
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.page.event(demo.window.id, event, value)
        app.wait()
        assert window.value("Out") == value


@pytest.mark.parametrize(
    ("event", "value"),
    [
        ("color_scheme_change", "pink"),
        ("color_scheme_change", None),
        ("language_change", "<b>"),
        ("language_change", 3),
        ("closing", None),
        ("drop", {"files": ["/etc/passwd"]}),
    ],
)
def test_a_page_cannot_make_things_up(event, value):
    """What it could not know, and what only the window itself tells."""
    demo = changes()
    with demo:
        demo.window.drop(lambda: "dropped", None, None)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.page.event(demo.window.id, event, value)
        app.wait()
        assert not window.value("Out")


def test_a_page_cannot_choose_from_a_menu():
    """Only the native side tells of that."""
    item = gr.MenuItem("Delete")
    with gr.Blocks(menu=[gr.Menu("Tools", [item])]) as demo:
        out = gr.Textbox(label="Out")
        item.click(lambda: "deleted", None, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.page.event(item.id, "click")
        app.wait()
        assert not window.value("Out")


def test_a_page_that_hangs_holds_up_nothing_for_long(monkeypatch):
    """A menu's listener then gets what is known."""
    item = gr.MenuItem("Show")
    with gr.Blocks(menu=[gr.Menu("Tools", [item])]) as demo:
        text, out = gr.Textbox("known", label="Text"), gr.Textbox(label="Out")
        item.click(lambda text: text, text, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        heard = []
        monkeypatch.setattr(window.page, "_gather", heard.append)
        window.set("Text", "typed")
        window.choose("Tools", "Show")
        from tests.waiting import wait_until

        wait_until(lambda: window.value("Out") == "known", "the listener to run all the same")
        assert len(heard) == 1
