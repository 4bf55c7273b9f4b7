"""Which engine an app runs on."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from .display import require_display
from .engine import Engine
from .environment import chromium_flags
from .errors import EngineMissing

LINUX_ENGINES = ("gtk", "qt")
_INSTALL = {
    "gtk": (
        'GTK: pip install "desktop-blocks[gtk]", and on Debian or Ubuntu first: '
        "sudo apt-get install gir1.2-webkit2-4.1 libgirepository1.0-dev libcairo2-dev pkg-config gcc python3-dev"
    ),
    "qt": (
        'Qt: pip install "desktop-blocks[qt]", and on Debian or Ubuntu also: '
        "sudo apt-get install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
        "libxcb-xinerama0 libnss3 libasound2 libxcomposite1 libxdamage1 libxrandr2 libxtst6 libxkbfile1"
    ),
}


def choose(name: str | None = None) -> Engine:
    """The engine called `name`, else by the variable DESKTOP_APP_ENGINE, else the one this system has.

    On Linux that is GTK, or Qt on KDE and where GTK is missing; WebView2 on Windows, Cocoa on macOS.
    Call it on the main thread. Raises EngineMissing or NoDisplay, saying what to do; ValueError for an unknown name.
    """
    name = name or engine_by_environment()
    if sys.platform in ("win32", "darwin"):
        return _system_engine(name)
    if name not in (None, *LINUX_ENGINES):
        raise ValueError(f'there is no engine "{name}" here; the engines are {" and ".join(LINUX_ENGINES)}')
    wanted = [name] if name else _in_order_of_preference()
    found = next((engine for engine in wanted if installed(engine)), None)
    if found is None:
        raise EngineMissing(_missing(wanted))
    require_display()
    return _load(found)


def installed(name: str) -> bool:
    """Whether an engine is installed, found out without loading it."""
    if name not in LINUX_ENGINES:
        return find_spec("webview") is not None
    if name == "qt":
        return all(find_spec(module) for module in ("qtpy", "PyQt6")) and find_spec("PyQt6.QtWebEngineCore") is not None
    return _gtk_installed()


def engine_by_environment() -> str | None:
    """Return the engine that the variable DESKTOP_APP_ENGINE names, None if it names none."""
    return os.environ.get("DESKTOP_APP_ENGINE") or None


def engine_names() -> list[str]:
    """Return the engines of this system, the one that is taken first if it is installed at the front."""
    own = {"win32": "webview2", "darwin": "cocoa"}.get(sys.platform)
    return [own] if own else _in_order_of_preference()


def how_to_install(name: str) -> str:
    """Return what to do to have an engine."""
    return _INSTALL.get(name, "it comes with the system and pywebview: pip install desktop-blocks")


def _gtk_installed() -> bool:
    if find_spec("gi") is None:
        return False
    gi: Any = import_module("gi")

    try:
        gi.require_version("Gtk", "3.0")
        gi.require_version("WebKit2", "4.1")
    except ValueError:
        return False
    return True


def _in_order_of_preference() -> list[str]:
    return ["qt", "gtk"] if "KDE_FULL_SESSION" in os.environ else ["gtk", "qt"]


def _missing(wanted: list[str]) -> str:
    return "\n".join(
        [
            "No native webview is installed. Install one of:"
            if len(wanted) > 1
            else f"The engine {wanted[0]} is not installed. Install it:",
            *(_INSTALL[name] for name in wanted),
        ]
    )


def _load(name: str) -> Engine:
    try:
        if name == "gtk":
            from .gtk import GtkEngine

            return GtkEngine()
        with chromium_flags():
            from .qt import QtEngine

        return QtEngine()
    except (ImportError, ValueError) as error:
        raise EngineMissing(f"{_missing([name])}\nIt is there, but cannot be loaded: {error}") from error


def _system_engine(name: str | None) -> Engine:
    from .stock import StockEngine

    own = "webview2" if sys.platform == "win32" else "cocoa"
    if name not in (None, own):
        raise ValueError(f'there is no engine "{name}" here; the engine is {own}')
    return StockEngine(own)
