"""Links that the page asks to have opened in the system's browser."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.bridge.links import LENGTH_LIMIT, checked_link
from desktop_app.session.refused import Refused
from desktop_app.testing import HeadlessApp


def test_a_pressed_link_is_opened():
    """Web and mail links reach the system as they were written."""
    links = [
        "https://example.org/a?b=c#d",
        "http://localhost:8000/",
        "mailto:ada@example.org?subject=Hi&cc=b@example.org",
    ]
    with gr.Blocks() as demo:
        gr.Markdown("[a](https://example.org)")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for link in links:
            window.page.say("open_link", url=link)
        assert app.opened_links == links


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "//example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "smb://example.org/share",
        "ms-msdt:/id",
        "https:",
        "https:///path",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://[example.org/",
        "https://example.org/ x",
        "https://example.org/\n--new-window",
        "https://example.org/\x00",
        "https://example.org/\x7f",
        "https://exämple.org/",
        "https://example.org/\u202e",
        "https://example.org/<b>",
        'https://example.org/"',
        "https:\\\\example.org",
        "--help",
        " https://example.org/",
        "mailto:ada@example.org?attach=/etc/passwd",
        "mailto:ada@example.org?Attachment=/etc/passwd",
        "mailto:?subject=a&%61ttach=/etc/passwd",
        "https://example.org/" + "x" * LENGTH_LIMIT,
    ],
)
def test_anything_else_is_refused_and_the_log_does_not_repeat_it(url: str, caplog):
    """Another scheme, no host, characters that links do not have, too long, mail with a file: nothing opens."""
    with gr.Blocks() as demo:
        gr.Markdown()
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.page.say("open_link", url=url)
        assert app.opened_links == []
        assert "a message from the page was refused" in caplog.text
        for secret in ("passwd", "word", "xxx", "new-window"):
            assert secret not in caplog.text


def test_what_programs_could_take_for_something_else_is_written_in_percent_signs():
    """A link with a brace or a backquote means the same to a browser."""
    assert checked_link("https://example.org/?a={b}|`c`^") == "https://example.org/?a=%7Bb%7D%7C%60c%60%5E"
    with pytest.raises(Refused, match="a link holds characters"):
        checked_link("https://example.org/ü")
