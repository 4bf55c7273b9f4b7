"""Code: what it takes, and what a handler gets of it."""

from __future__ import annotations

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError, HandlerError
from desktop_app.testing.headless_app import HeadlessApp
from tests.downloads import keep_downloads_in


@pytest.mark.parametrize(
    ("argument", "value", "why"),
    [
        ("language", "cobol", "Input should be 'python', 'c', "),
        ("lines", 0, "greater than or equal to 1"),
        ("max_lines", -1, "greater than or equal to 1"),
        ("buttons", ["paste"], "neither 'copy', 'download' nor a Button"),
        ("wrap_lines", "maybe", "valid boolean"),
    ],
)
def test_a_wrong_argument_is_named(argument, value, why):
    """The error says which one it is and what it takes."""
    with pytest.raises(DeclarationError, match=rf"Code\({argument}=.*{why}"):
        gr.Code(**{argument: value})


def test_a_file_cannot_be_shown():
    """A tuple used to name one; the error says what to do."""
    with pytest.raises(HandlerError, match=r"Code 'C' cannot show .*return its text"):
        gr.Code(label="C").to_page(("main.py",))


@pytest.mark.parametrize("value", [1, ["x"], {"a": 1}])
def test_only_text_comes_from_the_page(value):
    """Anything else cannot have been typed."""
    with pytest.raises(ValueError, match="valid string"):
        gr.Code().accept(value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        ("", ""),
        ("\n  a\n    b \n", "a\n    b"),
        (5, "5"),
        ("# 😀 שלום", "# 😀 שלום"),
        ("x" * 1_000_000,) * 2,
    ],
)
def test_what_is_empty_around_the_code_is_taken_off(value, shown):
    """Everything else stays, from a handler and at the start."""
    assert gr.Code().to_page(value) == shown


@pytest.mark.parametrize("language", gr.Code.languages)
def test_it_knows_each_language(language):
    """Those that authors know, and None for plain text."""
    assert gr.Code("x", language).language == language


def test_its_defaults_are_the_ones_authors_know():
    """Five lines with numbers, and buttons to copy and to save."""
    code = gr.Code()
    assert (code.lines, code.max_lines, code.language, code.interactive) == (5, None, None, None)
    assert (code.wrap_lines, code.show_line_numbers, code.autocomplete) == (False, True, False)
    assert list(code.buttons) == list(gr.Code(buttons=None).buttons) == ["copy", "download"]
    assert list(gr.Code(buttons=[]).buttons) == []
    assert len(gr.Code.languages) == 29


def test_handlers_get_what_was_typed_and_hear_of_it():
    """`change`, `input`, `focus` and `blur`; what is typed is not stripped."""
    heard: list[str] = []
    with gr.Blocks() as demo:
        code = gr.Code("a = 1", "python", label="Code")
        code.change(lambda text: heard.append(f"change {text!r}"), code)
        code.input(lambda text: heard.append(f"input {text!r}"), code)
        code.focus(lambda: heard.append("focus"))
        code.blur(lambda: heard.append("blur"))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.trigger("Code", "focus")
        window.set("Code", "a = 2\n")
        window.trigger("Code", "blur")
    assert sorted(heard) == sorted(["focus", "input 'a = 2\\n'", "change 'a = 2\\n'", "blur"])


def test_its_properties_follow_a_handler():
    """Language, lines and the rest."""
    with gr.Blocks() as demo:
        code = gr.Code("x", label="Code")
        gr.Button("Go").click(
            lambda: gr.Code("y", language="sql", lines=2, max_lines=4, wrap_lines=True, interactive=False), outputs=code
        )
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        wanted = {"value": "y", "language": "sql", "lines": 2, "max_lines": 4, "wrap_lines": True, "interactive": False}
        assert {name: window.property("Code", name) for name in wanted} == wanted


@pytest.fixture
def downloads(tmp_path, monkeypatch):
    """The user's folder for downloads, which is not there yet."""
    return keep_downloads_in(tmp_path, monkeypatch)


def test_its_button_saves_a_file_and_overwrites_none(downloads):
    """Named after its label and language, in the user's folder for downloads, which a toast names."""
    with gr.Blocks() as demo:
        code = gr.Code("a = 1\r\n", "python", label="My: code")
        gr.Button("SQL").click(lambda _: gr.Code(language="sql-hive", label="Query"), code, code)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.trigger(code, "save", {"text": "first\r\n"})
        window.trigger(code, "save", {"text": "zweite 😀"})
        window.click("SQL")
        window.trigger(code, "save", {"text": ""})
        assert window.toasts == [
            "My_ code.py is in the folder Downloads.",
            "My_ code (2).py is in the folder Downloads.",
            "Query.sql is in the folder Downloads.",
        ]
    written = {path.name: path.read_bytes().decode() for path in downloads.iterdir()}
    assert written == {"My_ code.py": "first\r\n", "My_ code (2).py": "zweite 😀", "Query.sql": ""}


def test_what_cannot_be_saved_is_said(downloads):
    """The user reads why."""
    downloads.write_text("no folder")
    with gr.Blocks() as demo:
        code = gr.Code("x")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.trigger(code, "save", {"text": "x"})
        assert window.toasts == ["This file could not be saved: File exists"]
        window.trigger(code, "save", {"text": 5})
        window.trigger(code, "save")
        assert len(window.toasts) == 1


def test_without_the_button_nothing_can_be_saved(downloads):
    """The page could not have asked for it."""
    with gr.Blocks() as demo:
        code = gr.Code("x", buttons=["copy"])
    with HeadlessApp(demo) as app:
        app.open_window().trigger(code, "save", {"text": "x"})
    assert not downloads.exists()
