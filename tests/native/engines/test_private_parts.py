"""The parts of pywebview that the engines replace or read, and that it may move without notice."""

from __future__ import annotations

import subprocess
import sys

import pytest

PARTS = {
    "gtk": "from webview.platforms import gtk as stock; stock.glib, stock.webkit",
    "qt": "import os; os.environ['QT_API'] = 'pyqt6'\n"
    "from webview.platforms import qt as stock; stock.QWebEngineProfile, stock._profile_storage_path",
}
METHODS = {
    "gtk": {
        "on_js_bridge_call": "self, manager, message",
        "on_load_finish": "self, webview, status",
        "on_navigation": "self, webview, decision, decision_type",
        "close_window": "self, *data",
        "show": "self",
    },
    "qt": {"on_load_finished": "self", "closeEvent": "self, event"},
}


@pytest.mark.parametrize("engine", ["gtk", "qt"])
def test_pywebview_still_has_what_the_engine_replaces(engine: str) -> None:
    """An engine would fail where it is gone or takes other arguments."""
    program = f"""
import inspect
{PARTS[engine]}
view = stock.BrowserView
assert isinstance(view.instances, dict)
assert list(inspect.signature(view.__init__).parameters) == ["self", "window"]
for name, parameters in {METHODS[engine]!r}.items():
    found = str(inspect.signature(getattr(view, name)))
    assert found == f"({{parameters}})", (name, found)
if {engine!r} == "qt":
    assert list(inspect.signature(view.WebPage.__init__).parameters) == ["self", "parent", "profile"]
import webview
window = webview.create_window("title", "file:///page.html", js_api=view)
assert window._js_api is view and window.uid == "master" and not window.events._pywebviewready.is_set()
"""
    run_alone(program)


def test_qt_has_every_short_name_that_pywebview_uses() -> None:
    """The engine lets qtpy make those of a few enums only; elsewhere qtpy's own are all there, as ever."""
    program = """
import ast, inspect
from desktop_app.desktop.engines.qt import stock

def chain(node):
    "The names of `a.b.c`, none for what is more than names."
    if isinstance(node, ast.Name):
        return [node.id]
    before = chain(node.value) if isinstance(node, ast.Attribute) else []
    return [*before, node.attr] if before else []

found = {tuple(chain(node)) for node in ast.walk(ast.parse(inspect.getsource(stock)))}
used = {names for names in found if names and names[0].startswith("Q")}
assert len(used) > 30, used
for first, *others in used:
    value = getattr(stock, first)
    for name in others:
        value = getattr(value, name)

from PyQt6 import QtWidgets
assert not hasattr(QtWidgets.QSizePolicy, "Expanding")
from qtpy.QtWidgets import QSizePolicy
from qtpy import QtCore
assert QSizePolicy.Expanding is QtWidgets.QSizePolicy.Policy.Expanding and QtCore.Qt.AlignLeft
"""
    run_alone(program)


def run_alone(program: str) -> None:
    """Run a program in a process of its own, for GTK and Qt cannot live in one; it has to succeed."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
