"""Whether there is a screen to open a window on."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path

from .errors import NoDisplay

_WHAT_TO_DO = "Start it from a desktop session, or with a virtual screen: xvfb-run -a <your command>"


def require_display() -> None:
    """Raise NoDisplay unless an X11 or Wayland screen answers.

    Asked before an engine is loaded, because Qt ends the process when it finds no screen.
    """
    x11, wayland = os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY")
    if not x11 and not wayland:
        raise NoDisplay(
            f"There is no screen to open a window on: DISPLAY and WAYLAND_DISPLAY are not set. {_WHAT_TO_DO}"
        )
    if not (wayland and _wayland_answers(wayland)) and not (x11 and _x11_answers(x11)):
        named = " or ".join(
            f"{name}={value}" for name, value in [("DISPLAY", x11), ("WAYLAND_DISPLAY", wayland)] if value
        )
        raise NoDisplay(f"The screen cannot be opened: nothing answers at {named}. {_WHAT_TO_DO}")


def _x11_answers(display: str) -> bool:
    """A display is named host:number.screen; without a host it is a local socket."""
    parts = re.fullmatch(r"(?:\w+/)?(?P<host>.*):(?P<number>\d+)(?:\.\d+)?", display)
    if parts is None:
        return _unix_answers(display)
    number = int(parts["number"])
    if parts["host"] in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  (where X11 puts it)
        return _unix_answers(path) or _unix_answers(f"\0{path}")
    try:
        socket.create_connection((parts["host"].strip("[]"), 6000 + number), timeout=5).close()
    except OSError:
        return False
    return True


def _wayland_answers(display: str) -> bool:
    return _unix_answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "")) / display))


def _unix_answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(path)
        except OSError:
            return False
        return True
