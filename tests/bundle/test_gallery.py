"""The gallery as a program of its own, without Python or the repository around it."""

from __future__ import annotations

from tests.bundle.conftest import Start


def test_the_gallery_opens_shows_an_example_and_closes_cleanly(start: Start) -> None:
    program = start()
    gallery = program.window("Gallery")
    program.press(gallery, "Tab", "Return")
    visitors = program.window("Visitors")
    assert program.listening() == []
    program.press(visitors, "alt+F4")
    program.press(gallery, "alt+F4")
    assert program.end() == 0
    assert not [word for word in ("ERROR", "CRITICAL", "Traceback") if word in program.errors], program.errors


def test_the_command_line_is_there(start: Start) -> None:
    assert start("--version").end() == 0
