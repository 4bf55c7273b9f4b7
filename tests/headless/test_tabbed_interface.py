"""Several apps, each in a tab."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError
from desktop_app.testing import HeadlessApp


def interfaces() -> list[gr.Blocks]:
    """Two that can be told apart."""
    return [
        gr.Interface(str.upper, gr.Textbox(label="Up"), gr.Textbox(label="Upper"), submit_btn="Go up"),
        gr.Interface(str.lower, gr.Textbox(label="Down"), gr.Textbox(label="Lower"), submit_btn="Go down"),
    ]


def test_each_has_a_tab():
    """By its name; all of them work."""
    with HeadlessApp(gr.TabbedInterface(interfaces(), ["One", "Two"], "Both", app_id="tabs")) as app:
        window = app.open_window()
        assert window.title == "Both"
        assert [n["props"]["label"] for n in window.page.nodes.values() if n["kind"] == "tab"] == ["One", "Two"]
        assert [n["props"]["value"] for n in window.page.nodes.values() if n["kind"] == "markdown"] == ["# Both"]
        window.set("Up", "aB")
        window.click("Go up")
        window.set("Down", "aB")
        window.click("Go down")
        assert (window.value("Upper"), window.value("Lower")) == ("AB", "ab")


def test_without_names_they_are_numbered():
    """From 0, and without a title there is no heading."""
    with HeadlessApp(gr.TabbedInterface(interfaces())) as app:
        window = app.open_window()
        assert window.title == "Desktop app"
        assert [n["props"]["label"] for n in window.page.nodes.values() if n["kind"] == "tab"] == ["Tab 0", "Tab 1"]
        assert not [n for n in window.page.nodes.values() if n["kind"] == "markdown"]


def test_load_listeners_of_all_run():
    """As if each stood alone."""
    loads = []
    inner = []
    for name in "ab":
        with gr.Blocks() as blocks:
            blocks.load(lambda name=name: loads.append(name))
        inner.append(blocks)
    with HeadlessApp(gr.TabbedInterface(inner)) as app:
        app.open_window()
        assert sorted(loads) == ["a", "b"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([],), "give it a list of Blocks"),
        ((3,), "give it a list of Blocks"),
        ((["text"],), "give it a list of Blocks"),
        ((None, ["One"]), r"2 interface\(s\), but 1 tab_names"),
    ],
)
def test_a_wrong_argument_is_said(arguments, message):
    """When it is made."""
    given = [interfaces() if each is None else each for each in arguments]
    with pytest.raises(DeclarationError, match=message):
        gr.TabbedInterface(*given)


def test_one_interface_has_one_tab():
    """The second place is refused."""
    one = interfaces()[0]
    with pytest.raises(DeclarationError, match="in the page already"):
        gr.TabbedInterface([one, one])
