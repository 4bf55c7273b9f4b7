"""Where apps keep what they keep, and whether they can."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import platformdirs

from desktop_app.doctor.check import Check

NAME = "desktop-blocks-doctor"


def folders() -> Iterator[Check]:
    """Give the folders that apps make theirs in; a file is written in each, and removed."""
    for name, folder in (
        ("data", platformdirs.user_data_path(NAME, appauthor=False)),
        ("log", platformdirs.user_log_path(NAME, appauthor=False)),
        ("cache", platformdirs.user_cache_path(NAME, appauthor=False)),
    ):
        yield _folder(name, folder)


def _folder(name: str, folder: Path) -> Check:
    """Try as an app does: make the folder with all above it, and a database in it; leave nothing behind."""
    shown = str(folder).replace(NAME, "<app_id>")
    try:
        made = _make(folder)
        try:
            with TemporaryDirectory(dir=folder) as inside:
                _write(Path(inside) / "try.db")
        finally:
            for each in made:
                each.rmdir()
    except (OSError, sqlite3.Error) as error:
        there = next(each for each in folder.parents if each.exists())
        remedy = f'make it yours: sudo chown -R "$USER" "{there}"; or free space on its disk'
        return Check("Folders", name, "bad", f"{shown} cannot be written: {error}", remedy)
    return Check("Folders", name, "ok", f"{shown} can be written")


def _write(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("pragma journal_mode = wal")
        database.execute("create table try (value)")
        database.commit()


def _make(folder: Path) -> list[Path]:
    """Make a folder, and return what had to be made, innermost first."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return made
