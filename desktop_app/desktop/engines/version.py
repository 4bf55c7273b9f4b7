"""Which version of an engine is there."""

from __future__ import annotations

from importlib import import_module, metadata
from typing import Any


def engine_version(name: str) -> str:
    """Return the engine "gtk", "qt", "webview2" or "cocoa" with its version; that of the system's is not asked for."""
    if name == "gtk":
        from gi.repository import WebKit2  # type: ignore[import-untyped]

        return (
            f"gtk (WebKitGTK {WebKit2.get_major_version()}.{WebKit2.get_minor_version()}.{WebKit2.get_micro_version()})"
        )
    if name == "qt":
        web: Any = import_module("PyQt6.QtWebEngineCore")
        return f"qt (QtWebEngine {web.qWebEngineVersion()}, PyQt6-WebEngine {web.PYQT_WEBENGINE_VERSION_STR})"
    return name


def pywebview_version() -> str:
    """Return the version of pywebview; a bundle may have left out what says so."""
    try:
        return metadata.version("pywebview")
    except metadata.PackageNotFoundError:
        return "of the bundle"
