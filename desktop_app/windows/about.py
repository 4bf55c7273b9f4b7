"""What Help → About says."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, metadata

from desktop_app.bundled import bundled
from desktop_app.desktop.dialog import Question
from desktop_app.texts import text

PACKAGES = ("desktop-blocks", "pywebview", "pydantic", "platformdirs", "PyGObject", "PyQt6", "PyQt6-WebEngine")
PAGE_PARTS = "Web Awesome, Lit, marked, DOMPurify, highlight.js, CodeMirror, KaTeX (MIT, BSD-3-Clause, Apache-2.0)"


def about(title: str) -> Question:
    """Return a message about an app of this title: what it is made of, with versions and licences."""
    program = bundled()
    own = f"{program.name} {program.version}" if program and program.version else None
    python = f"Python {platform.python_version()} (PSF-2.0)"
    lines = [*filter(None, [own, python, *map(_package, PACKAGES)]), PAGE_PARTS]
    return Question("info", title, "\n".join(lines), (text("Close"),))


def _package(name: str) -> str | None:
    """Return the version and the licence of a package that this app uses, None for one that it does not."""
    module = {"PyGObject": "gi", "PyQt6": "PyQt6.QtCore", "PyQt6-WebEngine": "PyQt6.QtWebEngineCore"}.get(name)
    if module is not None and module not in sys.modules:
        return None
    try:
        about = metadata(name)
    except PackageNotFoundError:  # a bundle may leave it out
        return None
    licence = next(iter(about.get_all("License-Expression") or about.get_all("License") or []), "")
    known = licence if 0 < len(licence) < 40 else _classified(about.get_all("Classifier") or [])
    return f"{about['Name']} {about['Version']}" + (f" ({known})" if known else "")


def _classified(classifiers: list[str]) -> str:
    licences = [each.rpartition(":: ")[2] for each in classifiers if each.startswith("License ::")]
    return ", ".join(licences)
