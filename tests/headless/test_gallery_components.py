"""The gallery's example with every component."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import pytest

import desktop_app as gr
from desktop_app.blocks.block import Block
from desktop_app.blocks.blocks import Blocks
from desktop_app.blocks.own_window import OwnWindow
from desktop_app.testing import HeadlessApp, HeadlessWindow
from tests.examples import fresh_example


@pytest.fixture
def window() -> Iterator[HeadlessWindow]:
    """The example's window."""
    with HeadlessApp(fresh_example("components").demo) as app:
        yield app.open_window()


def shown_classes() -> set[type[Block]]:
    """Every public class of what a page shows or does; states show nothing."""
    public = [getattr(gr, name) for name in gr.__all__]
    classes = {each for each in public if inspect.isclass(each) and issubclass(each, Block)}
    return {each for each in classes if each.in_tree or each is gr.Timer} - {Blocks}


def test_every_component_is_in_it():
    """A new public component or layout has to be shown."""
    demo = fresh_example("components").demo
    shown = {type(block) for block in demo.blocks.values()}
    assert {each.__name__ for each in shown_classes() - shown} == set()


def test_every_event_has_a_listener():
    """Whatever can happen to a block in the tabs is told."""
    example = fresh_example("components")
    heard = {str(trigger) for listener in example.demo.listeners for trigger in listener.triggers}
    known = {
        f"{block.name}.{event}"
        for block in example.demo.blocks.values()
        if not isinstance(block, Blocks | OwnWindow) and block not in (example.log, example.lines)
        for event in block.known_events()
    }
    assert known - heard == set()


def test_events_are_told_the_latest_first(window: HeadlessWindow):
    """Each with what it happened to, and its value."""
    window.set("Textbox", "hi")
    window.trigger("Textbox", "submit")
    window.click("Primary")
    lines = window.value("Events").splitlines()
    assert lines[0] == "Button 'Primary' · click · 'Primary'"
    assert lines[1] == "Textbox 'Textbox' · submit · 'hi'"
    assert sorted(lines[2:]) == ["Textbox 'Textbox' · change · 'hi'", "Textbox 'Textbox' · input · 'hi'"]


def test_only_the_latest_events_are_kept(window: HeadlessWindow):
    """The log ends after a hundred."""
    for _ in range(101):
        window.click("Primary")
    window.click("Secondary")
    lines = window.value("Events").splitlines()
    assert len(lines) == 100
    assert lines[0] == "Button 'Secondary' · click · 'Secondary'"
