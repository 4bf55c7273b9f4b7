"""Native dialogs, answered by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.native.conftest import Start
from tests.native.native_app import NativeWindow
from tests.native.screen import active, type_path, wait_for_dialog
from tests.waiting import wait_until
from tests.xdotool import xdotool

APP = "tests.native.apps.desktop"


@pytest.mark.parametrize(("key", "answer"), [("Return", "Do it"), ("Escape", "Leave it")])
def test_a_question_is_answered_by_keys(start: Start, key: str, answer: str) -> None:
    """Enter presses the first button, Escape the last."""
    [window] = start(APP).windows(1)
    window.click("Ask")
    wait_for_dialog(window.handle)
    xdotool("key", key)
    window.wait_for("Out", answer)


def test_files_are_chosen(start: Start, tmp_path: Path) -> None:
    """One by its path, several, a folder, and none."""
    for name in ("a b.txt", "c.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / "folder").mkdir()
    [window] = start(APP).windows(1)
    answer(window, "Open", str(tmp_path / "a b.txt"))
    window.wait_for("Out", str(tmp_path / "a b.txt"))
    answer(window, "Open many", str(tmp_path / "c.txt"))
    window.wait_for("Out", "['c.txt']")
    answer(window, "Folder", str(tmp_path / "folder"))
    window.wait_for("Out", str(tmp_path / "folder"))
    window.click("Open")
    wait_for_dialog(window.handle)
    xdotool("key", "Escape")
    window.wait_for("Out", "None")


def test_a_file_dialog_stays_until_it_is_answered(start: Start) -> None:
    """Whatever Python throws away meanwhile; a window that is closed takes it along."""
    app = start(APP)
    [window] = app.windows(1)
    window.keys("ctrl+n")
    window, other = app.windows(2)
    window.click("Open")
    dialog = wait_for_dialog(window.handle, other.handle)
    app.ask("census")  # which collects Python's garbage
    assert wait_for_dialog(window.handle, other.handle) == dialog
    xdotool("key", "Escape")
    window.wait_for("Out", "None")
    window.click("Open")
    wait_for_dialog(window.handle, other.handle)
    app.ask("close", window=window.id)
    wait_until(lambda: active() == other.handle, "the dialog to go with its window", 20)
    other.close()
    app.end()


def test_a_place_to_save_is_chosen(start: Start, tmp_path: Path) -> None:
    """A name that is there is asked about first."""
    there = tmp_path / "there.txt"
    there.write_text("")
    [window] = start(APP).windows(1)
    answer(window, "Save", str(tmp_path / "new one.txt"))
    window.wait_for("Out", str(tmp_path / "new one.txt"))
    dialog = answer(window, "Save", str(there))
    wait_for_dialog(window.handle, dialog)
    xdotool("key", "Escape")
    wait_until(lambda: active() == dialog, "the dialog again")
    xdotool("key", "Escape")
    window.wait_for("Out", "None")


def answer(window: NativeWindow, button: str, path: str) -> str:
    """Press a button, type a path into the dialog that comes, and return that."""
    window.click(button)
    return type_path(window.handle, path)


def test_a_window_may_be_closed_below_its_dialog(start: Start) -> None:
    """The handler gets None and the app ends."""
    app = start(APP)
    [window] = app.windows(1)
    window.click("Ask")
    wait_for_dialog(window.handle)
    app.ask("close", window=window.id)
    app.end()
    assert app.said == ["unloaded"]
