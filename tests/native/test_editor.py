"""The gallery's editor, as its user has it."""

from __future__ import annotations

from pathlib import Path

from tests.native.conftest import Start
from tests.native.screen import type_path, wait_for_dialog
from tests.waiting import wait_until
from tests.xdotool import xdotool

APP = "tests.native.apps.gallery_editor"


def test_a_text_is_opened_edited_and_saved(start: Start, tmp_path: Path) -> None:
    """By keys and dialogs; closing asks about what is not saved; the next start offers the file again."""
    note = tmp_path / "note.txt"
    note.write_text("Hello")
    app = start(APP)
    [window] = app.windows(1)
    window.keys("ctrl+o")
    type_path(window.handle, note)
    window.wait_for("Text", "Hello")
    window.type("Text", " there")
    window.keys("ctrl+s")
    wait_until(lambda: note.read_text() == "Hello there", "the text in the file", 20)
    window.type("Text", "!")
    window.close()
    wait_for_dialog(window.handle)
    xdotool("key", "Return")  # Keep
    window.wait_for("Text", "Hello there!")
    window.keys("ctrl+s")
    wait_until(lambda: note.read_text() == "Hello there!", "the text in the file", 20)
    window.close()
    app.end()

    app = start(APP)
    [window] = app.windows(1)
    assert window.find("Open again")
