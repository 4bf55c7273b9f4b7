"""What shows a page in a Qt window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PyQt6 import QtWebEngineWidgets as _widgets

QWebEngineView: Any = _widgets.QWebEngineView


class QtWebView(QWebEngineView):  # type: ignore[misc]
    """Shows a page; files that are dropped on it are for Python, not for the page."""

    def dragEnterEvent(self, event: Any) -> None:
        if _files(event):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: Any) -> None:
        if _files(event):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: Any) -> None:
        files = _files(event)
        if files:
            event.acceptProposedAction()
            view = self.window().view
            view.tell(view.handlers.dropped, files)
        else:
            super().dropEvent(event)


def _files(event: Any) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
