"""What is installed, in which version."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from desktop_app import __version__
from desktop_app.doctor.check import Check

PACKAGES = ("pywebview", "pydantic", "platformdirs", "PyGObject", "PyQt6", "PyQt6-WebEngine", "QtPy")
ALWAYS = 3  # of them, the first are needed whatever the engine
# In a process of its own, as GTK and Qt cannot live in one, and either may fail.
ASK = {
    "GTK": "import gi; gi.require_version('Gtk', '3.0'); from gi.repository import Gtk as T;"
    "print([T.get_major_version(), T.get_minor_version(), T.get_micro_version()])",
    "WebKitGTK": "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2 as T;"
    "print([T.get_major_version(), T.get_minor_version(), T.get_micro_version()])",
    "Chromium in Qt": "import json; from PyQt6.QtWebEngineCore import qWebEngineChromiumVersion as v;"
    "print(json.dumps(v().split('.')))",
}


def versions() -> Iterator[Check]:
    """Give the versions of Python, of this package and of all it builds on."""
    yield Check("Versions", "desktop-blocks", "ok", __version__)
    yield Check("Versions", "Python", "ok", f"{platform.python_version()}, {sys.executable}")
    yield Check("Versions", "system", "ok", platform.platform(terse=True))
    for place, name in enumerate(PACKAGES):
        try:
            yield Check("Versions", name, "ok", version(name))
        except PackageNotFoundError:
            needed = place < ALWAYS
            remedy = f'pip install "{name}"' if needed else ""
            yield Check("Versions", name, "bad" if needed else "none", "not installed", remedy)
    if getattr(sys, "frozen", False):
        return  # there is no Python to ask
    for name, program in ASK.items():
        found = _ask(program)
        yield Check("Versions", name, "ok" if found else "none", found or "not installed")


def _ask(program: str) -> str | None:
    try:
        done = subprocess.run(  # noqa: S603  (this very Python)
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=30
        )
        return ".".join(map(str, json.loads(done.stdout)))
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
