"""An app that is declared anew while its windows are open: what is declared alike keeps its value."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from desktop_app.run.reloader import name_blocks
from desktop_app.testing import HeadlessApp

HEAD = """\
import dataclasses
import desktop_app as gr
import pydantic

ended = []
"""
APP = (
    HEAD
    + """\
@dataclasses.dataclass
class Thing:
    name: str
    def shout(self):
        return self.name.upper()

class Settings(pydantic.BaseModel):
    theme: str = "dark"

everyone = gr.GlobalState([], key="everyone")
kept = gr.GlobalState(0, key="kept", persist=True)
settings = gr.GlobalState(Settings(), key="settings")

def put(text, things, count):
    everyone.update(lambda all: [*all, Thing(text)])
    kept.update(lambda total: total + 1)
    settings.set(Settings(theme=text))
    return [*things, Thing(text)], count + 1

def look(things, count):
    return f"{[thing.shout() for thing in things]} {count} {len(everyone.value)} {kept.value} {settings.value.theme}"

with gr.Blocks(title="App") as demo:
    things = gr.State([], delete_callback=lambda value: ended.append(value))
    count = gr.State(0, delete_callback=lambda value: ended.append(value))
    text = gr.Textbox(label="Text")
    number = gr.Number(5, label="Number")
    with gr.Accordion("More", open=False) as more:
        kind = gr.Dropdown(["a", "b"], label="Kind")
    seen = gr.Textbox(label="Seen")
    gr.Button("Put").click(put, [text, things, count], [things, count])
    gr.Button("Look").click(look, [things, count], seen)
    demo.unload(lambda: ended.append("unloaded"))
"""
)
Load = Callable[[str], ModuleType]


@pytest.fixture
def load() -> Iterator[Load]:
    """Run a source as the newest version of one module."""

    def begin(source: str) -> ModuleType:
        module = sys.modules["declared_anew"] = ModuleType("declared_anew")
        vars(module)["__file__"] = "/anywhere/declared_anew.py"
        exec(source, vars(module))
        name_blocks(module)
        return module

    yield begin
    sys.modules.pop("declared_anew", None)


def replace(app: HeadlessApp, old: ModuleType, new: ModuleType) -> None:
    """Do what a reload does."""
    app.app.replace({old.demo: new.demo}, name_blocks(new))
    app.wait()


def used(app: HeadlessApp) -> Any:
    """A window whose user has put a thing and entered more."""
    window = app.open_window()
    window.set("Text", "ball")
    window.set("Number", 7)
    window.set("Kind", "b")
    window.click("Put")
    return window


def test_everything_stays_when_nothing_has_changed(load: Load):
    """Values, states and shared states; classes are the new ones, and no clean-up of them has run."""
    old = load(APP)
    with HeadlessApp(old.demo) as app:
        window = used(app)
        before = window.session
        new = load(APP.replace(".upper()", ".title()"))
        replace(app, old, new)
        assert window.session is not before
        assert before.ended
        assert [window.value(label) for label in ("Text", "Number", "Kind")] == ["ball", 7, "b"]
        window.click("Look")
        assert window.value("Seen") == "['Ball'] 1 1 1 ball"
        assert [type(thing) for thing in new.everyone.value] == [new.Thing]
        assert type(new.settings.value) is new.Settings
        assert old.ended == ["unloaded"]
        window.click("Put")
        window.click("Look")
        assert window.value("Seen") == "['Ball', 'Ball'] 2 2 2 ball"
    assert len(new.ended) == 3


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        ("gr.State(0,", "gr.State(10,", "['BALL'] 10 1 1 ball"),
        ("gr.State([],", "gr.State(list,", "[] 1 1 1 ball"),
        ('GlobalState([], key="everyone")', 'GlobalState([1, 2, 3], key="everyone")', "['BALL'] 1 3 1 ball"),
        ('key="everyone")', 'key="somebody")', "['BALL'] 1 0 1 ball"),
        ("GlobalState(0, key", "GlobalState(10, key", "['BALL'] 1 1 1 ball"),  # it is stored
        ('theme: str = "dark"', 'theme: str = "light"', "['BALL'] 1 1 1 light"),
        ("    name: str", "    name: str\n    size: int = 3", "['BALL'] 1 1 1 ball"),
        ('things = gr.State([]', 'other = gr.State([])\n    things = gr.State([]', "['BALL'] 1 1 1 ball"),
    ],
)  # fmt: skip
def test_what_is_declared_otherwise_starts_anew(load: Load, before: str, after: str, seen: str):
    """A default, a key or a form; what is kept on disk stays as at any start; all else stays."""
    old = load(APP)
    with HeadlessApp(old.demo) as app:
        window = used(app)
        assert before in APP
        replace(app, old, load(APP.replace(before, after)))
        window.click("Look")
        assert window.value("Seen") == seen


def test_a_class_that_is_no_class_any_more(load: Load):
    """What holds an object of it starts anew."""
    old = load(APP)
    with HeadlessApp(old.demo) as app:
        window = used(app)
        replace(app, old, load(f"{APP}Thing = None\n"))
        window.click("Look")
        assert window.value("Seen") == "[] 1 0 1 ball"


def test_a_component_that_is_declared_otherwise_starts_anew(load: Load):
    """With another default, another label, or choices without the one that was made."""
    old = load(APP)
    with HeadlessApp(old.demo) as app:
        window = used(app)
        source = APP.replace("Number(5", "Number(6").replace('"a", "b"', '"a", "c"')
        source = source.replace('label="Text"', 'label="Word"')
        replace(app, old, load(source))
        assert [window.value(label) for label in ("Word", "Number", "Kind")] == [None, 6, "a"]


def test_what_was_entered_and_not_sent_stays(load: Load):
    """The page is asked for it before it is loaded again."""
    old = load(APP)
    with HeadlessApp(old.demo) as app:
        window = app.open_window()
        window.page.edit(window._find("Text"), "not sent")
        replace(app, old, load(APP))
        assert window.value("Text") == "not sent"


def test_a_layout_stays_open(load: Load):
    """If it starts closed in both."""
    old = load(APP)
    with HeadlessApp(old.demo) as app:
        window = app.open_window()
        window.page.edit(window._find("More"), True)
        new = load(APP)
        replace(app, old, new)
        assert window.property(new.more, "open") is True


def test_each_window_keeps_its_own(load: Load):
    """Two windows of one app, and one of other blocks, which stays as it is."""
    old, other = load(APP), load(HEAD + 'with gr.Blocks(title="Help") as demo: gr.Textbox(label="Question")')
    old_module = load(APP)
    with HeadlessApp(old_module.demo) as app:
        windows = [app.open_window(), app.open_window(), app.open_window(other.demo)]
        for text, window in zip(["one", "two"], windows, strict=False):
            window.set("Text", text)
        windows[2].set("Question", "why?")
        sessions = [window.session for window in windows]
        replace(app, old_module, load(APP.replace('title="App"', 'title="New"')))
        assert [window.value("Text") for window in windows[:2]] == ["one", "two"]
        assert [window.title for window in windows] == ["New", "New", "Help"]
        assert windows[2].value("Question") == "why?"
        assert [window.session is before for window, before in zip(windows, sessions, strict=True)] == [
            False, False, True,
        ]  # fmt: skip
        assert app.open_window().title == "New"
    assert old.ended == []


def test_a_closed_window_comes_back_as_the_new_app(load: Load):
    """With what it held."""
    source = APP.replace('title="App"', 'title="App", keep_closed=60')
    old = load(source)
    with HeadlessApp(old.demo) as app:
        app.open_window()
        window = used(app)
        window.close()
        replace(app, old, load(source.replace('"Look"', '"Show"')))
        again = app.reopen_window()
        assert again.value("Number") == 7
        again.click("Show")
        assert again.value("Seen") == "['BALL'] 1 1 1 ball"


def test_a_window_that_closes_before_it_is_loaded_again(load: Load):
    """What it held ends, once."""
    old = load(APP)
    with HeadlessApp(old.demo) as app:
        window = used(app)
        window.window.connection.keep_at_load = True
        window._surface.connection.loading()
        assert old.ended == []
        window.window.connection.close()
        app.app.runner.cleanup.wait(5)
        assert len(old.ended) == 3
