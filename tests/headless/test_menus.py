"""Menus: the standard ones and the author's."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.blocks.shortcut import Shortcut
from desktop_app.desktop.menu_entry import with_mnemonics
from desktop_app.testing import HeadlessApp


def labels(entries):
    return [entry.label if entry else None for entry in entries]


def menu(window, name):
    [found] = [each for each in window.menus if each.label == name]
    return found.entries


def with_items(*items, label="Tools", **options):
    with gr.Blocks(title="App", menu=[gr.Menu(label, items)], **options) as demo:
        gr.Textbox(label="Text")
        gr.Textbox(label="Out")
    return demo


def test_every_window_has_the_standard_menus():
    """File, Edit, View, Window and Help."""
    with HeadlessApp(with_items(keep_closed=60)) as app:
        window = app.open_window()
        assert labels(window.menus) == ["File", "Edit", "View", "Tools", "Window", "Help"]
        assert labels(menu(window, "File")) == [
            "New Window", "Reopen Closed Window", None, "Close Window", "Quit",
        ]  # fmt: skip
        assert labels(menu(window, "Edit")) == ["Undo", "Redo", None, "Cut", "Copy", "Paste", None, "Select All"]
        assert labels(menu(window, "View")) == [
            "Reload", None, "Zoom In", "Zoom Out", "Natural Size", None, "Full Screen", None, "State Inspector",
        ]  # fmt: skip
        assert labels(menu(window, "Help")) == ["About App"]


def test_the_standard_entries_do_what_they_say():
    """Opening, closing, reopening, reloading, arranging, inspecting."""
    with HeadlessApp(with_items(keep_closed=60)) as app:
        window = app.open_window()
        window.choose("File", "New Window")
        assert len(app.windows) == 2
        app.windows[1].press("Ctrl+W")
        assert app.windows == [window]
        window.press("Ctrl+Shift+T")
        assert len(app.windows) == 2
        session = window.session
        window.press("F5")
        assert window.session is not session
        window.press("F11")
        assert window.window.state == "full_screen"
        window.choose("Window", "Minimize")
        assert window.window.state == "minimized"
        window.choose("Window", "Maximize")
        assert window.window.state == "maximized"
        window.choose("Window", "Maximize")
        assert window.window.state == "normal"
        window.choose("View", "State Inspector")
        assert app.inspector is not None
        window.press("Ctrl+Q")
        assert app.windows == []


def test_the_window_menu_lists_twenty_windows_and_its_own():
    """A menu of a hundred entries would serve nobody, and every one of them would cost each window something."""
    with gr.Blocks(title="App") as demo:
        gr.Textbox()
    with HeadlessApp(demo) as app:
        windows = [app.open_window() for _ in range(23)]
        first, last = (menu(window, "Window")[3:] for window in (windows[0], windows[-1]))
        assert [entry.checked for entry in first] == [True] + [False] * 19
        assert [entry.checked for entry in last] == [False] * 20 + [True]
        windows[0].close()
        assert [entry.checked for entry in menu(windows[-2], "Window")[3:]] == [False] * 20 + [True]
        assert [entry.checked for entry in menu(windows[20], "Window")[3:]] == [False] * 19 + [True]


def test_the_window_menu_lists_the_windows():
    """The one that it belongs to is marked; choosing another brings it to the front."""
    with HeadlessApp(with_items()) as app:
        first = app.open_window()
        app.app.open_window(title="Second")
        second = app.windows[1]
        shown = [(entry.label, entry.checked) for entry in menu(first, "Window")[3:]]
        assert shown == [("App", True), ("Second", False)]
        first.choose("Window", "Second")
        assert second.window.surface.fronts == 1
        second.window.title = "Renamed"
        assert labels(menu(first, "Window"))[3:] == ["App", "Renamed"]
        second.close()
        assert labels(menu(first, "Window"))[3:] == ["App"]


def test_about_names_what_the_app_is_made_of():
    """With versions and licences."""
    with HeadlessApp(with_items()) as app:
        window = app.open_window()
        window.choose("Help", "About App")
        assert window.dialog.title == "App"
        assert "pywebview 6" in window.dialog.message
        assert "(BSD" in window.dialog.message
        assert f"desktop-blocks {gr.__version__} (MIT)" in window.dialog.message
        window.answer("Close")
        assert window.dialog is None


def test_an_item_runs_its_listener_with_inputs_and_outputs():
    """Chosen in the menu or by its keys, in the window where it was chosen."""
    greet = gr.MenuItem("Greet", shortcut="ctrl+g")
    with gr.Blocks(menu=[gr.Menu("Tools", [greet])]) as demo:
        text, out = gr.Textbox(label="Text"), gr.Textbox(label="Out")
        greet.click(lambda text: f"hello {text}", text, out)
    with HeadlessApp(demo) as app:
        first, second = app.open_window(), app.open_window()
        first.set("Text", "Ada")
        first.choose("Tools", "Greet")
        assert first.value("Out") == "hello Ada"
        second.press("Ctrl+G")
        assert (second.value("Out"), first.value("Out")) == ("hello None", "hello Ada")


def test_a_mark_is_turned_over_by_choosing():
    """The handler is told what it is now."""
    wrap = gr.MenuItem("Wrap", checked=True)
    heard = []
    with gr.Blocks(menu=[gr.Menu("View", [wrap])]) as demo:

        @wrap.click
        def chosen(data: gr.EventData):
            heard.append(data.value)

    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        window.choose("View", "Wrap")
        assert (heard, menu(window, "View")[0].checked) == ([False], False)
        window.choose("View", "Wrap")
        assert heard == [False, True]
        assert menu(other, "View")[0].checked is True


def test_a_handler_changes_an_item_of_its_window():
    """Its label, whether it can be chosen, and whether it is there."""
    item = gr.MenuItem("Save", interactive=False)
    with gr.Blocks(menu=[gr.Menu("File", [item])]) as demo:
        text = gr.Textbox(label="Text")
        text.input(lambda text: gr.MenuItem(label=f"Save {text}", interactive=True, visible=text != "no"), text, item)
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        with pytest.raises(AssertionError, match="greyed"):
            window.choose("File", "Save")
        window.set("Text", "notes")
        window.choose("File", "Save notes")
        assert labels(menu(other, "File"))[0] == "Save"
        window.set("Text", "no")
        assert labels(menu(window, "File"))[0] == "New Window"


def test_items_of_a_standard_menus_name_come_first_in_it():
    """A line keeps them apart."""
    with HeadlessApp(
        with_items(gr.MenuItem("Open…"), None, gr.Menu("Recent", [gr.MenuItem("a")]), label="File")
    ) as app:
        window = app.open_window()
        assert labels(menu(window, "File"))[:5] == ["Open…", None, "Recent", None, "New Window"]
        assert labels(window.menus) == ["File", "Edit", "View", "Window", "Help"]


def test_an_authors_keys_come_first():
    """A standard entry of the same keys loses them."""
    with HeadlessApp(with_items(gr.MenuItem("New Note", shortcut="Ctrl+N"))) as app:
        window = app.open_window()
        assert menu(window, "File")[0].shortcuts == ()
        window.press("Ctrl+N")
        assert len(app.windows) == 1


def test_a_window_can_do_without_menus():
    """`menu=False`."""
    with gr.Blocks(menu=False) as demo:
        gr.Textbox()
    with HeadlessApp(demo) as app:
        assert app.open_window().menus == []


def test_menus_of_blocks_inside_others_are_shown():
    """After those of the outer ones."""
    item = gr.MenuItem("Inner")
    with gr.Blocks(menu=[gr.Menu("Second", [item])]) as inner:
        out = gr.Textbox(label="Out")
        item.click(lambda: "heard", None, out)
    with gr.Blocks(menu=[gr.Menu("First", [gr.MenuItem("Outer")])]) as outer:
        inner.render()
    with HeadlessApp(outer) as app:
        window = app.open_window()
        assert labels(window.menus)[3:5] == ["First", "Second"]
        window.choose("Second", "Inner")
        assert window.value("Out") == "heard"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ctrl+shift+s", "Ctrl+Shift+S"),
        ("Shift+Control+s", "Ctrl+Shift+S"),
        ("Cmd+S", "Ctrl+S"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+Plus", "Ctrl++"),
        ("ctrl+-", "Ctrl+-"),
        ("f5", "F5"),
        ("Alt+return", "Alt+Enter"),
        ("Ctrl+PageUp", "Ctrl+PageUp"),
        ("Super+l", "Meta+L"),
        ("Ctrl+ö", "Ctrl+Ö"),
    ],
)
def test_shortcuts_are_read_as_people_write_them(text, shown):
    """In any case and order."""
    assert str(Shortcut.parse(text)) == shown


@pytest.mark.parametrize(
    "text", ["", "S", "Shift+S", "Ctrl", "Ctrl+", "Hyper+S", "Ctrl+Bogus", "Ctrl+F25", "Ctrl+\t+x"]
)
def test_what_is_no_shortcut_is_an_error(text):
    """At the declaration, and it says what one looks like."""
    with pytest.raises(gr.DeclarationError, match="shortcut"):
        gr.MenuItem("Wrong", shortcut=text)


@pytest.mark.parametrize("menu", ["File", [gr.MenuItem("x")], 3, True])
def test_what_is_no_menu_is_an_error(menu):
    """At the declaration."""
    with pytest.raises(gr.DeclarationError, match="Menu"):
        gr.Blocks(menu=menu)
    with pytest.raises(gr.DeclarationError, match="among its items"):
        gr.Menu("Tools", [menu])


def test_an_item_has_no_place_in_the_page():
    """It says where it goes."""
    with gr.Blocks(), pytest.raises(gr.DeclarationError, match="Blocks\\(menu="):
        gr.MenuItem("Lost").render()


def test_a_closed_window_can_be_opened_again():
    """In its place; before one was closed the entry is grey. Without `keep_closed` it begins anew."""
    with HeadlessApp(with_items()) as app:
        window, other = app.open_window(), app.open_window()
        with pytest.raises(AssertionError, match="greyed"):
            window.choose("File", "Reopen Closed Window")
        other.set("Text", "typed")
        other.window.position = (70, 80)
        other.window.title = "Renamed"
        other.close()
        window.choose("File", "Reopen Closed Window")
        again = app.windows[1]
        assert (again.title, again.window.position, again.value("Text")) == ("Renamed", (70, 80), None)
        with pytest.raises(AssertionError, match="greyed"):
            window.choose("File", "Reopen Closed Window")


def test_each_menu_has_a_letter_to_open_it_by():
    """Its first one that no menu before it has, nor a shortcut with Alt."""
    zoom = gr.MenuItem("Zoom", shortcut="Alt+V")
    with HeadlessApp(with_items(zoom, label="Fit & Finish")) as app:
        labels = with_mnemonics(app.open_window().menus, "&")
    assert labels == ["&File", "&Edit", "V&iew", "Fi&t && Finish", "&Window", "&Help"]
