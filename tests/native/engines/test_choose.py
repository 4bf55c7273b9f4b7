"""Which engine is taken, and what is said when none can be."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.desktop.engines import choose as choosing
from desktop_app.desktop.engines.choose import choose
from desktop_app.desktop.engines.errors import EngineMissing, NoDisplay
from desktop_app.desktop.engines.navigation import is_our_file, is_our_page

ROOT = Path(__file__).parents[3]


def chosen(**environment: str) -> str:
    """The engine a fresh process chooses: GTK and Qt cannot live in one."""
    program = "from desktop_app.desktop.engines.choose import choose; print(choose().name)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_the_variable_names_the_engine() -> None:
    assert chosen(DESKTOP_APP_ENGINE="qt") == "qt"
    assert chosen(DESKTOP_APP_ENGINE="gtk") == "gtk"


def test_gtk_comes_first_and_qt_on_kde() -> None:
    assert chosen() == "gtk"
    assert chosen(KDE_FULL_SESSION="true") == "qt"


def test_an_unknown_engine_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match='no engine "cef"'):
        choose("cef")


def hide(monkeypatch: pytest.MonkeyPatch, *missing: str) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(choosing, "find_spec", lambda name: None if name in missing else find_spec(name))


def test_a_missing_engine_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, "gi", "qtpy")
    with pytest.raises(EngineMissing, match=r'pip install "desktop-blocks\[gtk\]"') as none:
        choose()
    assert 'pip install "desktop-blocks[qt]"' in str(none.value)
    assert "apt-get install" in str(none.value)
    with pytest.raises(EngineMissing, match=r"desktop-blocks\[qt\]") as qt:
        choose("qt")
    assert "[gtk]" not in str(qt.value)


def test_no_display_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(NoDisplay, match="xvfb-run"):
        choose("gtk")


@pytest.mark.parametrize("display", [":4242", "localhost:4242", "nonsense"])
def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch, display: str) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    with pytest.raises(NoDisplay, match=f"DISPLAY={display}"):
        choose("gtk")


def test_a_page_is_itself_whatever_its_fragment_and_quoting() -> None:
    page = "file:///a%20b/p.html"
    assert is_our_page("file:///a b/p.html#part", page)
    assert not is_our_page("file:///a%20b/p.html?x", page)
    assert not is_our_page("file://host/a%20b/p.html", page)
    assert not is_our_page("http:///a%20b/p.html", page)


def test_a_page_is_left_by_no_address_that_its_own_scripts_can_give_it() -> None:
    page = "file:///a%20b/p.html"
    assert is_our_file("file:///a%20b/p.html?x#part", page)
    assert not is_our_file("file:///a%20b/q.html", page)
    assert not is_our_file("about:blank", page)


def test_the_sandbox_stays_where_pywebview_takes_it_away() -> None:
    """On Arch, NixOS and others pywebview switches Chromium's sandbox off; the flags stay the user's own."""
    program = """
import os
from qtpy import QtCore
QtCore.QSysInfo.productType = staticmethod(lambda: "arch")
from desktop_app.desktop.engines.choose import choose
choose("qt")
print(os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS"))
"""
    for given in (None, "--mute-audio"):
        assert printed(program, given) == str(given)


def test_chromium_collects_garbage_early_unless_its_user_says_how() -> None:
    """Its own limit is hundreds of MB; the flags of the user stand, and what keeps a page offline always comes too."""
    program = "from desktop_app.desktop.engines import qt; print(qt.own_flags())"
    for given, early in ((None, True), ("--mute-audio", True), ("--js-flags=--expose-gc", False)):
        flags = printed(program, given)
        assert ("--initial-old-space-size=16" in flags) is early
        assert "--force-webrtc-ip-handling-policy" in flags


def printed(program: str, given: str | None) -> str:
    """What a fresh process prints whose user gives Chromium these flags."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_API": "pyqt6"}
    environment.pop("QTWEBENGINE_CHROMIUM_FLAGS", None)
    if given:
        environment["QTWEBENGINE_CHROMIUM_FLAGS"] = given
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()
