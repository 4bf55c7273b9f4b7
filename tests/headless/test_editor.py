"""The gallery's editor, which uses the desktop."""

from __future__ import annotations

import pytest

from desktop_app.testing import HeadlessApp
from tests.examples import fresh_example


@pytest.fixture
def app(tmp_path):
    """The editor, with a folder for what it keeps."""
    with HeadlessApp(fresh_example("editor").demo, storage=tmp_path / "store") as app:
        yield app


@pytest.fixture
def note(tmp_path):
    """A text."""
    file = tmp_path / "note.txt"
    file.write_text("Grüße\n", encoding="utf-8")
    return file


def open_file(window, file):
    window.choose("File", "Open…")
    window.answer(file)


def test_a_text_is_opened_edited_and_saved(app, note):
    """By its menus and dialogs."""
    window = app.open_window()
    open_file(window, note)
    assert window.value("Text") == "Grüße\n"
    window.set("Text", "Hallo\n")
    window.press("Ctrl+S")
    assert note.read_text(encoding="utf-8") == "Hallo\n"
    assert window.toasts == ["Saved note.txt."]
    window.close()
    assert app.windows == []


def test_a_new_text_is_saved_where_the_user_says(app, tmp_path):
    """Save asks for a place once, Save As every time."""
    window = app.open_window()
    window.set("Text", "one")
    window.press("Ctrl+S")
    assert window.dialog.name == "untitled.txt"
    window.answer(tmp_path / "one.txt")
    window.set("Text", "two")
    window.press("Ctrl+Shift+S")
    window.answer(tmp_path / "two.txt")
    assert ((tmp_path / "one.txt").read_text(), (tmp_path / "two.txt").read_text()) == ("one", "two")
    window.press("Ctrl+Shift+S")
    window.answer(None)
    assert sorted(file.name for file in tmp_path.glob("*.txt")) == ["one.txt", "two.txt"]


@pytest.mark.parametrize(("answer", "left"), [("Keep", 1), ("Throw Away", 0)])
def test_changes_are_not_lost_without_a_question(app, note, answer, left):
    """Closing asks, and Enter keeps them."""
    window = app.open_window()
    window.set("Text", "unsaved")
    window.close()
    assert window.dialog.default == "Keep"
    window.answer(answer)
    assert len(app.windows) == left


@pytest.mark.parametrize("way", ["open", "drop", "new"])
def test_nor_are_they_by_another_text(app, note, way):
    """Whichever way it comes."""
    window = app.open_window()
    window.set("Text", "unsaved")
    if way == "open":
        window.choose("File", "Open…")
    elif way == "drop":
        window.drop(note)
    else:
        window.choose("File", "New")
    window.answer("Keep")
    assert (window.value("Text"), window.dialog) == ("unsaved", None)


def test_a_dropped_file_is_opened(app, note):
    """Like one from the dialog."""
    window = app.open_window()
    window.drop(note)
    assert window.value("Text") == "Grüße\n"


def test_what_was_open_can_be_opened_again(app, note):
    """Also at the next start, and in another window at once."""
    window, other = app.open_window(), app.open_window()
    assert not window.visible("Open again")
    window.drop(note)
    assert other.visible("Open again")
    app.restart()
    window = app.open_window()
    window.set("Open again", str(note))
    assert window.value("Text") == "Grüße\n"


def test_what_is_no_text_is_said_to_be_none(app, tmp_path):
    """And nothing of what was there is lost."""
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\xff\xfe")
    window = app.open_window()
    for wrong in (picture, tmp_path / "not there.txt"):
        window.drop(wrong)
        assert window.toasts[-1] == f"{wrong.name} cannot be read as a text."
    assert window.value("Text") == ""
    window.press("Ctrl+S")
    window.answer(tmp_path / "no such folder" / "x.txt")
    assert window.toasts[-1] == "x.txt cannot be written there."


def test_the_text_can_be_locked(app):
    """By the menu's mark."""
    window = app.open_window()
    window.press("Ctrl+L")
    assert window.property("Text", "interactive") is False
    window.choose("Edit", "Read Only")
    assert window.property("Text", "interactive") is True
