"""Dialogs for files and folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop_app.desktop.dialog import FileQuestion
from desktop_app.dialogs.asking import ask_user
from desktop_app.errors import DesktopAppError
from desktop_app.texts import text

Filters = Mapping[str, str | Sequence[str]]


def open_file(title: str = "", *, filters: Filters | None = None, folder: str | Path | None = None) -> Path | None:
    """Let the user choose a file that there is; waits for the answer.

    Args:
        title: what the dialog's title bar says.
        filters: what can be chosen, by the name of its kind: {"Texts": ["*.txt", "*.md"]}; "txt" means "*.txt". None
            lets the user choose any file.
        folder: where the dialog starts.

    Returns:
        The file, or None if the user takes none or closes the window.

    Raises:
        DesktopAppError: no window is open, a filter has no pattern, or it is called in an `async` handler (use
            `await asyncio.to_thread(open_file)`).

    Example:
        >>> def load():
        ...     path = open_file("Open a text", filters={"Texts": "*.txt"})
        ...     return path.read_text() if path else skip()
    """
    return _one(_ask("open_file", "open", title or text("Open"), filters, folder))


def open_files(title: str = "", *, filters: Filters | None = None, folder: str | Path | None = None) -> list[Path]:
    """Let the user choose files that there are; waits for the answer.

    Args:
        title: as for `open_file`.
        filters: as for `open_file`.
        folder: as for `open_file`.

    Returns:
        The files; none if the user takes none or closes the window.

    Raises:
        DesktopAppError: as for `open_file`.
    """
    return _ask("open_files", "open_many", title or text("Open"), filters, folder) or []


def choose_folder(title: str = "", *, folder: str | Path | None = None) -> Path | None:
    """Let the user choose a folder; waits for the answer.

    Args:
        title: as for `open_file`.
        folder: as for `open_file`.

    Returns:
        The folder, or None if the user takes none or closes the window.

    Raises:
        DesktopAppError: no window is open, or it is called in an `async` handler.
    """
    return _one(_ask("choose_folder", "folder", title or text("Choose a Folder"), None, folder))


def save_file(
    title: str = "", *, name: str = "", filters: Filters | None = None, folder: str | Path | None = None
) -> Path | None:
    """Let the user say where to save; asks before one that there is would be overwritten. Waits for the answer.

    Args:
        title: what the dialog's title bar says.
        name: what the file is called, unless the user says otherwise.
        filters: as for `open_file`.
        folder: where the dialog starts.

    Returns:
        Where to save, or None if the user takes none or closes the window. Nothing is written.

    Raises:
        DesktopAppError: as for `open_file`.
    """
    return _one(_ask("save_file", "save", title or text("Save"), filters, folder, name))


def _ask(
    function: str, kind: Any, title: str, filters: Filters | None, folder: str | Path | None, name: str = ""
) -> list[Path] | None:
    patterns = {label: _patterns(function, label, given) for label, given in (filters or {}).items()}
    answer: list[Path] | None = ask_user(function, FileQuestion(kind, title, _existing(folder), name, patterns))
    return answer


def _patterns(function: str, label: str, given: str | Sequence[str]) -> list[str]:
    patterns = [given] if isinstance(given, str) else list(given)
    if not patterns or not all(isinstance(pattern, str) and pattern.strip(" .*") for pattern in patterns):
        if patterns == ["*"] or patterns == ["*.*"]:
            return ["*"]
        raise DesktopAppError(f'{function}(filters={{"{label}": {given!r}}}): write patterns such as "*.txt".')
    return [pattern if "*" in pattern else f"*.{pattern.lstrip('.')}" for pattern in patterns]


def _existing(folder: str | Path | None) -> Path | None:
    """A dialog can only start in a folder that there is: that of a path, or the nearest around it."""
    if folder is None:
        return None
    path = Path(folder).expanduser().absolute()
    return next(place for place in (path, *path.parents) if place.is_dir())


def _one(paths: list[Path] | None) -> Path | None:
    return paths[0] if paths else None
