"""Dialogs by pywebview's public interface, which knows no buttons but OK and Cancel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from webview import FileDialog

from desktop_app.desktop.dialog import Dialog, FileQuestion, Question

_KINDS = {"open": FileDialog.OPEN, "open_many": FileDialog.OPEN, "folder": FileDialog.FOLDER, "save": FileDialog.SAVE}


def ask(window: Any, dialog: Dialog) -> list[Path] | str | None:
    """Show a dialog over a window and return the answer; blocks.

    Args:
        window: the `webview.Window`.
        dialog: what to ask.
    """
    if isinstance(dialog, FileQuestion):
        chosen = window.create_file_dialog(
            _KINDS[dialog.kind],
            directory=str(dialog.folder or ""),
            allow_multiple=dialog.kind == "open_many",
            save_filename=dialog.name,
            file_types=tuple(f"{name} ({';'.join(patterns)})" for name, patterns in dialog.filters.items()),
        )
        names = [chosen] if isinstance(chosen, str) else chosen
        return [Path(name) for name in names] if names else None
    return _ask_question(window, dialog)


def _ask_question(window: Any, question: Question) -> str:
    """Ask for each button in turn, the one for Escape being what is left."""
    message = f"{question.title}\n\n{question.message}".strip()
    offered = [button for button in question.buttons if button != question.cancel] or [question.cancel]
    for button in offered:
        if window.create_confirmation_dialog(button, message):
            return button
    return question.cancel
