"""Button: what it takes, what a handler gets of it, and what it refuses."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
DATA = f"data:image/svg+xml;base64,{base64.b64encode(PICTURE).decode()}"


@pytest.fixture
def icon(tmp_path: Path) -> Path:
    """A picture in a file."""
    path = tmp_path / "icon.svg"
    path.write_bytes(PICTURE)
    return path


@pytest.mark.parametrize(
    ("icon", "message"),
    [
        ("nowhere.png", "the icon cannot be read: No such file or directory"),
        ("notes.txt", "notes.txt is no picture"),
        (".", "is no picture"),
        ("https://example.org/icon.png", "windows load nothing else"),
        ("data:text/html,<script>", "windows load nothing else"),
        (3, "icon"),
    ],
)
def test_what_is_no_picture_is_no_icon(icon, message):
    """The error says why, and which argument it is."""
    with pytest.raises(gr.DeclarationError, match="icon") as caught:
        gr.Button(icon=icon)
    assert message in str(caught.value)


def test_a_huge_picture_is_no_icon(tmp_path: Path):
    """It would travel with every window."""
    path = tmp_path / "photo.png"
    path.write_bytes(b"x" * 1_000_001)
    with pytest.raises(gr.DeclarationError, match=r"photo\.png has 1,000,001 bytes"):
        gr.Button(icon=path)


def test_the_page_gets_the_picture_itself(icon: Path):
    """A path as text or as a Path, and data, come to the same; a handler changes it and takes it away."""
    with gr.Blocks() as demo:
        buttons = [gr.Button(str(index), icon=given) for index, given in enumerate((icon, str(icon), DATA, None))]
        gr.Button("Change").click(lambda: [gr.Button(icon=None), gr.Button(icon=icon)], None, buttons[2:])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert [window.property(button, "icon") for button in buttons] == [DATA, DATA, DATA, None]
        window.click("Change")
        assert [window.property(button, "icon") for button in buttons[2:]] == [None, DATA]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "data:text/html,x", "", "x"]
)
def test_a_link_leads_to_the_web_or_to_mail(link):
    """A page of the app is one, too; anything else could not be opened, or should not."""
    with pytest.raises(gr.DeclarationError, match="a link begins with https://, http:// or mailto:"):
        gr.Button(link=link)
    assert gr.Button(link="/settings").link == "/settings"
    assert gr.Button(link="HTTPS://example.org/a?b#c").link == "HTTPS://example.org/a?b#c"


def test_change_follows_its_text():
    """`change` comes when a handler writes another text; nobody can edit it."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        button = gr.Button("Start")
        button.change(heard.append, button)
        button.click(lambda: "Stop", None, button)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click(button)
        window.click(button)
        assert heard == ["Stop"]
        window.set(button, "Forged")
        assert window.session.values[button] == "Stop"


@pytest.mark.parametrize(
    ("given", "message"),
    [({"variant": "loud"}, "variant='loud'"), ({"size": "xl"}, "size='xl'"), ({"link_target": "x"}, "link_target='x'")],
)
def test_a_wrong_argument_is_named(given, message):
    """It is an error where the button is made."""
    with pytest.raises(gr.DeclarationError) as caught:
        gr.Button(**given)
    assert message in str(caught.value)


def test_where_a_link_opens_is_not_for_the_button_to_say():
    """`link_target` is taken for the sake of scripts, with a warning."""
    with pytest.warns(UserWarning, match="Button 'Run': link_target has no effect"):
        gr.Button(link="https://example.org", link_target="_blank")
