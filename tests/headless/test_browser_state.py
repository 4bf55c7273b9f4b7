"""BrowserState: what is kept for the next start."""

from __future__ import annotations

import json

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp


def settings_app(default, **options):
    """An app whose box writes a BrowserState and whose load reads it; it notes the changes."""
    changes = []
    with gr.Blocks(app_id="settings") as demo:
        demo.kept = gr.BrowserState(default, **options)
        demo.box = gr.Textbox(label="Box")
        demo.seen = gr.Textbox(label="Seen")
        demo.box.change(lambda text: json.loads(text), demo.box, demo.kept)
        demo.load(lambda kept: json.dumps(kept), demo.kept, demo.seen)
        demo.kept.change(changes.append, demo.kept)
    return demo, changes


@pytest.mark.parametrize("value", [0, "", False, [], {}, None, 1.5, "ä😀", {"a": [1, None]}])
def test_every_json_value_is_kept(value):
    """Falsy values are values like any other."""
    demo, changes = settings_app("default")
    with HeadlessApp(demo) as app:
        app.open_window().set("Box", json.dumps(value))
        app.restart()
        assert app.open_window().value("Seen") == json.dumps(value)
    assert changes == [value, value], "once for the write, once for the load that brought another than the default"


def test_an_equal_value_is_no_change():
    """Writing what is there already fires nothing, and 1, 1.0 and true are three values."""
    demo, changes = settings_app(1)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for text in ("1", "1.0", "true", " true"):
            window.set("Box", text)
    assert [repr(value) for value in changes] == ["1.0", "True"]


def test_a_load_that_finds_the_default_fires_no_change():
    """Only a stored value that differs from the default is a change."""
    demo, changes = settings_app("same")
    with HeadlessApp(demo) as app:
        app.open_window()
        app.local_storage.write("settings-1", '"same"')
        app.open_window()
    assert changes == []


def test_the_default_key_is_the_apps_id_and_the_place():
    """It is the same at every start; a key of one's own is taken as it is."""
    with gr.Blocks(app_id="notes"):
        first, named, third = gr.BrowserState(), gr.BrowserState(storage_key="mine"), gr.BrowserState()
    assert [state.storage_key for state in (first, named, third)] == ["notes-1", "mine", "notes-3"]


def test_a_default_that_json_cannot_hold_is_an_error():
    """It is said where the BrowserState is made."""
    with gr.Blocks(), pytest.raises(gr.DeclarationError, match="only JSON values can be stored"):
        gr.BrowserState({1, 2})


def test_a_value_that_json_cannot_hold_is_an_error_in_the_handler(caplog):
    """The user is told and the old value stays."""
    with gr.Blocks() as demo:
        kept = gr.BrowserState("old")
        gr.Button("Go").click(lambda: float("nan"), None, kept)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.toasts[0].startswith("BrowserState 'test-browser-state-1' cannot hold nan")
        assert window.value(kept) == "old"


def test_garbage_gives_the_default_and_is_kept_aside(caplog):
    """What cannot be read is stored again under a name with its date, and the log says so."""
    demo, _changes = settings_app("default")
    with HeadlessApp(demo) as app:
        app.local_storage.write("settings-1", "{broken")
        window = app.open_window()
        assert window.value("Seen") == '"default"'
        entries = app.local_storage.entries()
        assert "settings-1" not in entries
        [(name, text)] = entries.items()
        assert name.startswith("settings-1 unreadable 20")
        assert text == "{broken"
        window.set("Box", '"new"')
        app.restart()
        assert app.open_window().value("Seen") == '"new"'
    assert "the value of 'settings-1' cannot be used, it was not written by this app" in caplog.text


def test_a_full_storage_is_said_and_the_app_goes_on(caplog):
    """The value stays for the window, the user is told it is not saved, and a smaller one is saved again."""
    demo, _ = settings_app("")
    with HeadlessApp(demo) as app:
        app.local_storage.limit = 100
        window = app.open_window()
        window.set("Box", json.dumps("x" * 200))
        assert window.value(demo.kept) == "x" * 200
        assert window.toasts == [
            "This app could not save a value for the next start: its storage is full. "
            "It stays until you close the window."
        ]
        window.set("Box", '"small"')
        app.restart()
        assert app.open_window().value("Seen") == '"small"'


def test_a_webview_without_storage_is_said_in_the_log(caplog, tmp_path):
    """The app works, and its own store has what was written at the next start."""
    demo, _ = settings_app("default")
    with HeadlessApp(demo, storage=tmp_path) as app:
        for value in ("default", "new"):
            app.local_storage.entries = lambda: None
            app.local_storage.write = lambda key, text: False
            window = app.open_window()
            assert window.value(demo.kept) == value
            window.set("Box", '"new"')
            app.restart()
    assert "this webview has no localStorage" in caplog.text


def test_mutating_what_was_handed_over_changes_nothing():
    """A handler gets the value to read; only what it returns is stored."""
    with gr.Blocks() as demo:
        kept = gr.BrowserState({"a": 1})

        @gr.Button("Go").click(inputs=kept)
        def meddle(value):
            value["a"] = 2

    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.value(kept) == {"a": 1}


def test_a_write_in_one_window_is_seen_in_all():
    """`change` fires in each, once, and a window that opens later starts with it."""
    windows = []
    with gr.Blocks() as demo:
        kept = gr.BrowserState("old")
        box, shown = gr.Textbox(label="Box"), gr.Textbox(label="Shown")
        box.submit(lambda text: text, box, kept)

        @kept.change(inputs=kept, outputs=shown)
        def show(value, request: gr.Request):
            windows.append(request.window)
            return value

    with HeadlessApp(demo) as app:
        one, other = app.open_window(), app.open_window()
        one.set("Box", "new")
        one.trigger("Box", "submit")
        assert (one.value("Shown"), other.value("Shown")) == ("new", "new")
        assert sorted(windows) == ["window-1", "window-2"]
        assert app.open_window().value("Shown") == "new"


def test_deleting_goes_back_to_the_default_everywhere(tmp_path):
    """`deleted` and `change` fire in every window, and nothing comes back at the next start."""
    events = []
    with gr.Blocks(app_id="deleting") as demo:
        kept = gr.BrowserState("default")
        box = gr.Textbox(label="Box")
        box.change(lambda text: text, box, kept)
        gr.Button("Delete").click(lambda: kept.delete())
        kept.deleted(lambda: events.append("deleted"))
        kept.change(lambda value: events.append(value), kept)
    with HeadlessApp(demo, storage=tmp_path) as app:
        window, _ = app.open_window(), app.open_window()
        window.set("Box", "new")
        assert events == ["new", "new"]
        window.click("Delete")
        assert sorted(events[2:]) == ["default", "default", "deleted", "deleted"]
        assert app.local_storage.entries() == {}
        app.restart()
        assert app.open_window().value(kept) == "default"


def test_the_higher_revision_wins_on_both_sides(tmp_path):
    """A lost or older page copy is made right from the store, a lost or older store from the page."""
    demo, _ = settings_app("default")
    with HeadlessApp(demo, storage=tmp_path / "a") as app:
        window = app.open_window()
        window.set("Box", '"first"')
        old = app.local_storage.entries()
        window.set("Box", '"second"')
        new = app.local_storage.entries()
        for entries in ({}, old):
            app.close()
            app.local_storage._entries = {}
            for key, text in entries.items():
                app.local_storage.write(key, text)
            app._app = app._start()
            assert app.open_window().value(demo.kept) == "second"
            assert app.local_storage.entries() == new
    with HeadlessApp(demo, storage=tmp_path / "b") as app:
        for key, text in new.items():
            app.local_storage.write(key, text)
        assert app.open_window().value(demo.kept) == "second"
        app.close()
        app.local_storage._entries = {}
        app._app = app._start()
        assert app.open_window().value(demo.kept) == "second"
