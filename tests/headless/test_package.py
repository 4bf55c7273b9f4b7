"""The package: its public names, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import desktop_app
from desktop_app import cli
from tests.examples import fresh_example


@pytest.mark.parametrize("name", desktop_app.__all__)
def test_every_public_name_is_there_and_documented(name):
    """Each name of the list can be loaded and says what it is."""
    value = getattr(desktop_app, name)
    assert name == "__version__" or value.__doc__


def test_an_unknown_name_is_an_attribute_error():
    """As for any module."""
    with pytest.raises(AttributeError, match="no attribute 'Slidre'"):
        _ = desktop_app.Slidre
    assert dir(desktop_app) == sorted(desktop_app.__all__)


def test_importing_loads_nothing_but_the_names():
    """Neither pydantic nor a webview is loaded before something needs it."""
    code = "import sys, desktop_app; print([m for m in ('pydantic', 'webview', 'platformdirs') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_headless_app_never_loads_a_webview():
    """Tests of apps need neither a screen nor an engine."""
    code = (
        "import sys, desktop_app as gr\n"
        "from desktop_app.testing import HeadlessApp\n"
        "with gr.Blocks() as demo: gr.Button('Go').click(lambda: None)\n"
        "with HeadlessApp(demo) as app: app.open_window().click('Go')\n"
        "print('webview' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_the_command_explains_itself(capsys):
    """`--help` and `--version` say what a user wants to know."""
    for flag, text in (("--help", "Opens the gallery"), ("--version", f"desktop-blocks {desktop_app.__version__}")):
        with pytest.raises(SystemExit) as ended:
            cli.main([flag])
        assert ended.value.code == 0
        assert text in capsys.readouterr().out


def test_the_command_ends_with_one_message(monkeypatch, capsys):
    """What goes wrong at the start is one line on standard error and status 1, no traceback."""

    def no_engine(*_, **__):
        raise RuntimeError("No engine.")

    monkeypatch.setattr(desktop_app.App, "run", no_engine)
    assert cli.main([]) == 1
    assert capsys.readouterr().err == "desktop-blocks: No engine.\n"


def test_the_gallery_opens_every_example():
    """Each opens in a window of its own with its source beside it, and works there."""
    from desktop_app.gallery.window import EXAMPLES, example, gallery, source
    from desktop_app.testing import HeadlessApp

    for name in EXAMPLES:
        fresh_example(name)
    example.cache_clear()
    with HeadlessApp(gallery()) as app:
        window = app.open_window()
        for title in ("Visitors", "Picnic basket", "Dice", "Sign-in details", "Whiteboard", "Editor", "Components"):
            window.click(f"Open {title}")
        assert [w.title for w in app.windows] == [
            "Gallery",
            "Visitors",
            "Picnic basket",
            "Dice",
            "Sign-in details",
            "Whiteboard",
            "Editor",
            "Components",
        ]
        for name, opened in zip(EXAMPLES, app.windows[1:], strict=True):
            assert source(name).rstrip() in opened.value(f"{name}.py")
            assert opened.toasts == []
        dice = app.windows[3]
        dice.click("Roll")
        assert dice.value("Rolls in this window") == 1
