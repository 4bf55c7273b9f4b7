"""A project to start from."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from desktop_app.errors import DesktopAppError
from desktop_app.new.files import files
from desktop_app.new.icon import icon

# What Windows takes for devices, with any ending.
RESERVED = frozenset(["aux", "con", "nul", "prn"]) | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}


class NotMade(DesktopAppError):
    """A project cannot be made; the message says why."""


class Project:
    """A folder with an app, its test, an icon, and what bundles it.

    Args:
        folder: where it is made; its last part is the name of the app.

    Raises:
        NotMade: the app cannot have that name, or there is something already.

    Attributes:
        title: what the app is called.
        slug: names the package, and the folders of what the app stores.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path.cwd() / folder if folder.name else folder.resolve()
        name = checked_name(self.folder.name)
        self.title = " ".join(word[:1].upper() + word[1:] for word in re.split(r"[\s_-]+", name))
        self.slug = slug_of(name)
        if self.folder.is_dir() and any(self.folder.iterdir()):
            raise NotMade(f"The folder {self.folder} is not empty. Choose another name, or empty it first.")
        if self.folder.exists() and not self.folder.is_dir():
            raise NotMade(f"{self.folder} is a file. Choose another name.")

    def make(self) -> list[Path]:
        """Make it, and return its files.

        Raises:
            NotMade: they cannot be written; nothing is left of them.
        """
        made: list[Path] = []
        try:
            contents = {name: text.encode() for name, text in files(self.title, self.slug).items()}
            for name, content in {**contents, "icon.png": icon(self.slug)}.items():
                file = self.folder / name
                self._make_folder(file.parent, made)
                made.append(file)
                file.write_bytes(content)
        except OSError as error:
            for path in reversed(made):
                with suppress(OSError):  # it is not there
                    path.rmdir() if path.is_dir() else path.unlink()
            raise NotMade(f"{self.folder} cannot be made: {error.strerror or error}.") from None
        return [path for path in made if path.is_file()]

    def _make_folder(self, folder: Path, made: list[Path]) -> None:
        if not folder.is_dir():
            self._make_folder(folder.parent, made)
            folder.mkdir()
            made.append(folder)


def checked_name(name: str) -> str:
    """Return a name that an app, a folder and a program can have on every system.

    Raises:
        NotMade: they cannot.
    """
    plain = unicodedata.normalize("NFC", name)
    if not re.fullmatch(r"[^\W_](?:[\w .-]{0,62}[\w-])?", plain) or plain.partition(".")[0].strip().lower() in RESERVED:
        raise NotMade(
            f"{name!r} cannot be the name of an app: use up to 64 letters, digits, spaces, dashes, dots and "
            "underscores, a letter or digit first, and none of the names that Windows keeps, such as con or nul."
        )
    if not slug_of(plain):
        raise NotMade(f"{name!r} has no letter from a to z and no digit, which folders and packages are named by.")
    return plain


def slug_of(name: str) -> str:
    """Return a name with nothing but a to z, digits and dashes."""
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
