"""Dialogs of a Qt window. They are shown and left; the answer comes when the user gives one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PyQt6 import QtCore as _core
from PyQt6 import QtWidgets as _widgets

from desktop_app.desktop.dialog import Answered, Dialog, FileQuestion, Question

Qt: Any = _core.Qt
QFileDialog: Any = _widgets.QFileDialog
QMessageBox: Any = _widgets.QMessageBox


def ask(window: Any, dialog: Dialog, answered: Answered) -> Any:
    """Show a dialog over a window and return the native object.

    Args:
        window: the `QMainWindow`.
        dialog: what to ask.
        answered: is given the answer.
    """
    if isinstance(dialog, FileQuestion):
        native = _file_dialog(window, dialog)
        native.finished.connect(lambda accepted: answered(_chosen(native) if accepted else None))
    else:
        native, buttons = _message_box(window, dialog)
        native.finished.connect(lambda _: answered(buttons.get(native.clickedButton())))
        native.setWindowTitle(window.windowTitle())  # else it is that of the program's file
    native.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    native.open()
    return native


def _message_box(window: Any, question: Question) -> tuple[Any, dict[Any, str]]:
    looks = QMessageBox.Icon
    icons = {
        "info": looks.Information,
        "warning": looks.Warning,
        "error": looks.Critical,
        "question": looks.Question,
    }
    native = QMessageBox(icons[question.kind], "", question.title, QMessageBox.StandardButton.NoButton, window)
    native.setTextFormat(Qt.TextFormat.PlainText)
    native.setInformativeText(question.message)
    roles = QMessageBox.ButtonRole
    buttons = {}
    for place, label in enumerate(question.buttons):
        button = native.addButton(label.replace("&", "&&"), roles.AcceptRole if place == 0 else roles.RejectRole)
        buttons[button] = label
        if label == question.default:
            native.setDefaultButton(button)
        if label == question.cancel:
            native.setEscapeButton(button)
    return native, buttons


def _file_dialog(window: Any, question: FileQuestion) -> Any:
    native = QFileDialog(window, question.title, str(question.folder or ""))
    modes = QFileDialog.FileMode
    mode = {
        "open": modes.ExistingFile,
        "open_many": modes.ExistingFiles,
        "folder": modes.Directory,
        "save": modes.AnyFile,
    }
    native.setFileMode(mode[question.kind])
    if question.kind == "folder":
        native.setOption(QFileDialog.Option.ShowDirsOnly)
    if question.kind == "save":
        native.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        native.selectFile(question.name)
    if question.filters:
        native.setNameFilters([f"{name} ({' '.join(patterns)})" for name, patterns in question.filters.items()])
    return native


def _chosen(native: Any) -> list[Path] | None:
    return [Path(name) for name in native.selectedFiles()] or None
