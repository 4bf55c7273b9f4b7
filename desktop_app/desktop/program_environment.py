"""The environment that other programs are started in."""

from __future__ import annotations

import os
import sys


def program_environment() -> dict[str, str]:
    """Return our own environment without what is a bundle's alone.

    A bundle's libraries are not for other programs: PyInstaller keeps the system's search path aside.
    """
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
        environment.pop("LD_LIBRARY_PATH", None)
        if before is not None:
            environment["LD_LIBRARY_PATH"] = before
    return environment
