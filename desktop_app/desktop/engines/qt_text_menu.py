"""The menu of a text in a QtWebEngine window: what one does with texts, and nothing of a browser's."""

from __future__ import annotations

from typing import Any

from PyQt6 import QtCore as _core
from PyQt6 import QtWebEngineCore as _web
from PyQt6 import QtWidgets as _widgets

from desktop_app.texts import text

Qt: Any = _core.Qt
Action: Any = _web.QWebEnginePage.WebAction
QMenu: Any = _widgets.QMenu


def offer_text_menu(web_view: Any) -> None:
    """Show our own menu on a field or on selected text; the engine's is never shown."""
    web_view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    web_view.customContextMenuRequested.connect(lambda place: _show(web_view, place))


def _show(web_view: Any, place: Any) -> None:
    request = web_view.lastContextMenuRequest()
    if request is None:
        return
    editable = request.isContentEditable()
    if not editable and not request.selectedText():
        return
    menu = QMenu(web_view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for label, action in _entries(editable):
        menu.addAction(label, lambda action=action: web_view.page().triggerAction(action))
    menu.popup(web_view.mapToGlobal(place))


def _entries(editable: bool) -> list[tuple[str, Any]]:
    if not editable:
        return [(text("Copy"), Action.Copy)]
    return [
        (text("Cut"), Action.Cut),
        (text("Copy"), Action.Copy),
        (text("Paste"), Action.Paste),
        (text("Select All"), Action.SelectAll),
    ]
