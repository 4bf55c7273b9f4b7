"""Dialogs of a GTK window. They are shown and left; the answer comes when the user gives one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gi.repository import Gtk as _gtk  # type: ignore[import-untyped]

from desktop_app.desktop.dialog import Answered, Dialog, FileQuestion, Question
from desktop_app.texts import text

Gtk: Any = _gtk


def ask(window: Any, dialog: Dialog, answered: Answered) -> Any:
    """Show a dialog over a window and return the native object, which has `destroy`.

    Args:
        window: the `Gtk.Window`.
        dialog: what to ask.
        answered: is given the answer.
    """
    if isinstance(dialog, FileQuestion):
        return _ask_for_files(window, dialog, answered)
    return _ask_question(window, dialog, answered)


def _ask_question(window: Any, question: Question, answered: Answered) -> Any:
    kinds = Gtk.MessageType
    look = {"info": kinds.INFO, "warning": kinds.WARNING, "error": kinds.ERROR, "question": kinds.QUESTION}
    native = Gtk.MessageDialog(
        transient_for=window,
        modal=True,
        destroy_with_parent=True,
        message_type=look[question.kind],
        text=question.title,
        secondary_text=question.message or None,
    )
    native.set_title("")
    for place in reversed(range(len(question.buttons))):  # GTK has the one that is most to the point last
        native.add_button(question.buttons[place], place)
    native.set_default_response(question.buttons.index(question.default))

    def respond(_: Any, response: int) -> None:
        answered(question.buttons[response] if 0 <= response < len(question.buttons) else question.cancel)
        native.destroy()

    native.connect("response", respond)
    native.present()
    return native


def _ask_for_files(window: Any, question: FileQuestion, answered: Answered) -> Any:
    actions = Gtk.FileChooserAction
    action = {"open": actions.OPEN, "open_many": actions.OPEN, "folder": actions.SELECT_FOLDER, "save": actions.SAVE}
    accept = text("Save") if question.kind == "save" else text("Open")
    native = Gtk.FileChooserNative.new(question.title, window, action[question.kind], accept, text("Cancel"))
    native.set_modal(True)
    native.set_select_multiple(question.kind == "open_many")
    if question.folder is not None:
        native.set_current_folder(str(question.folder))
    if question.kind == "save":
        native.set_do_overwrite_confirmation(True)
        native.set_current_name(question.name)
    for name, patterns in question.filters.items():
        shown = Gtk.FileFilter()
        shown.set_name(name)
        for pattern in patterns:
            shown.add_pattern(pattern)
        native.add_filter(shown)

    def respond(_: Any, response: int) -> None:
        chosen = [Path(name) for name in native.get_filenames()]
        answered(chosen if response == Gtk.ResponseType.ACCEPT and chosen else None)
        native.destroy()

    native.connect("response", respond)
    native.show()
    return native
