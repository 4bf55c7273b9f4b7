"""The screens, as GTK knows them."""

from __future__ import annotations

from typing import Any

from gi.repository import Gdk as _gdk  # type: ignore[import-untyped]

from .engine import Screen

Gdk: Any = _gdk


def screens() -> list[Screen]:
    """Return the part of each screen that windows may use, the main one first."""
    display = Gdk.Display.get_default()
    monitors = [display.get_monitor(number) for number in range(display.get_n_monitors())]
    monitors.sort(key=lambda monitor: not monitor.is_primary())
    areas = [monitor.get_workarea() for monitor in monitors]
    return [Screen(area.x, area.y, area.width, area.height) for area in areas]
