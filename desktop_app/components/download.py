"""Files in the user's folder for downloads."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import platformdirs

from desktop_app.components.file_name import safe_name
from desktop_app.errors import Error
from desktop_app.events.toast import Success
from desktop_app.texts import text


def download(name: str, content: str) -> Path:
    """Write a file, whose name gets a number if there is one already, and tell the user where it is.

    Args:
        name: what it is called if that is free; what a system cannot write is left out.
        content: its text.

    Returns:
        Where it is.

    Raises:
        Error: it cannot be written; the message is for the user.
    """
    folder = platformdirs.user_downloads_path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _write(folder, Path(safe_name(name)), content)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Error(text("This file could not be saved: {why}", why=why), title=text("Not saved")) from error
    Success(text("{name} is in the folder {folder}.", name=path.name, folder=folder.name), title=text("Saved"))
    return path


def _write(folder: Path, name: Path, content: str) -> Path:
    for number in count(1):
        path = folder / (name.name if number == 1 else f"{name.stem} ({number}){name.suffix}")
        try:
            with path.open("x", encoding="utf-8", newline="") as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError("numbers have no end")
