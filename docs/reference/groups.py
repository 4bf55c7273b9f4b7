"""Which names are on which page."""

from __future__ import annotations

from typing import Any, NamedTuple

import desktop_app as gr
from desktop_app import errors, testing
from desktop_app.blocks.block import Block
from desktop_app.blocks.own_window import OwnWindow
from desktop_app.components.component import Component
from desktop_app.components.form_component import FormComponent
from desktop_app.desktop.engines import errors as engine_errors
from desktop_app.events.dependency import Dependency
from desktop_app.events.event import Trigger
from desktop_app.events.listen import ListenerOptions
from desktop_app.testing.headless_desk import HeadlessDesk


class Page(NamedTuple):
    """A page of the reference: what it is called and says first, and the names on it."""

    file: str
    title: str
    about: str
    names: list[str]


ERRORS: dict[str, Any] = {
    name: each
    for module in (errors, engine_errors)
    for name, each in vars(module).items()
    if isinstance(each, type) and issubclass(each, errors.DesktopAppError)
}
PAGES = [
    Page(file, title, about, names.split())
    for file, title, about, names in [
        (
            "blocks",
            "Blocks and layouts",
            "What an app is made of, and how its page is arranged.",
            """Blocks OwnWindow Interface TabbedInterface Row Column Group Accordion Tabs Tab TabItem Walkthrough Step
            Sidebar Draggable Navbar render Examples FlaggingCallback CSVLogger SimpleCSVLogger themes Theme Font
            LocalFont GoogleFont""",
        ),
        (
            "components",
            "Components",
            "What has a value. `Block`, `Component` and `FormComponent` are what they have in common, and never made.",
            """Block Component FormComponent Textbox Text TextArea InputHTMLAttributes Number Slider Checkbox
            CheckboxGroup Radio Dropdown Button ClearButton ColorPicker DateTime Markdown HTML Code JSON Label
            HighlightedText ParamViewer Dataset Timer""",
        ),
        (
            "events",
            "Events",
            "Listening to what happens, and what a handler can say.",
            """Trigger on ListenerOptions Dependency Request EventData SelectData KeyUpData EditData LikeData RetryData
            UndoData CopyData DropData DownloadData DeletedFileData update skip validate Progress Info Success Warning
            cache Cache api""",
        ),
        ("state", "State", "The three scopes.", "State GlobalState BrowserState can_keep_secrets"),
        ("desktop", "Windows and menus", "The app, and what is around its page.", "App Window Menu MenuItem"),
        (
            "dialogs",
            "Dialogs and the system",
            "Plain functions, for handlers.",
            """open_file open_files choose_folder save_file ask show_message notify read_clipboard write_clipboard
            show_badge show_icon_progress open_in_system""",
        ),
        (
            "testing",
            "Testing",
            "In `desktop_app.testing`: an app without a screen.",
            "HeadlessApp HeadlessWindow HeadlessDesk",
        ),
        (
            "errors",
            "Errors",
            "Some have a name in `gr`; all are in `desktop_app.errors`, or in `desktop_app.desktop.engines.errors`.",
            " ".join(ERRORS),
        ),
    ]
]
ELSEWHERE: dict[str, Any] = {  # what has no name of its own in the package
    each.__name__: each
    for each in (
        *(Block, Component, FormComponent, OwnWindow, Trigger, ListenerOptions, Dependency),
        *(testing.HeadlessApp, testing.HeadlessWindow, HeadlessDesk),
        *(each for name, each in ERRORS.items() if name not in gr.__all__),
    )
}
OF_THEMES = {"Theme", "Font", "LocalFont", "GoogleFont"}


def object_of(name: str) -> Any:
    """Return what a name on a page stands for."""
    if name in OF_THEMES:
        return getattr(gr.themes, name)
    return ELSEWHERE[name] if name in ELSEWHERE else getattr(gr, name)


def full_name(name: str) -> str:
    """Return how authors write it."""
    return f"gr.themes.{name}" if name in OF_THEMES else name if name in ELSEWHERE else f"gr.{name}"


def anchor(name: str, names: list[str]) -> str:
    """Return how links call the heading of a name, among those of its page."""
    before = [each.lower() for each in names[: names.index(name)]]
    return f"{name.lower()}-1" if name.lower() in before else name.lower()


PLACES = {  # where a class has its section
    object_of(name): f"{page.file}.md#{anchor(name, page.names)}"
    for page in reversed(PAGES)
    for name in reversed(page.names)  # of two names of one class the first has it
    if isinstance(object_of(name), type)
}
