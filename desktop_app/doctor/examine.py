"""The whole examination."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from desktop_app.doctor.check import Check
from desktop_app.doctor.engines import display, engines, usable_engines
from desktop_app.doctor.folders import folders
from desktop_app.doctor.page import page
from desktop_app.doctor.round_trip import SECTION, round_trip
from desktop_app.doctor.versions import versions


def examine(progress: Callable[[str], None]) -> Iterator[Check]:
    """Look at everything, the quick things first, and give each check as it is done.

    Args:
        progress: is told what happens now, where it takes long.
    """
    yield from versions()
    yield from engines()
    screen = display()
    yield screen
    built = page()
    yield built
    yield from folders()
    if getattr(sys, "frozen", False):
        yield Check(SECTION, "windows", "none", "a bundle is not tried from within: start the app itself")
        return
    for engine in usable_engines():
        if screen.result == built.result == "ok":
            yield from round_trip(engine, progress)
        else:
            yield Check(SECTION, engine, "none", "not tried, as there is no screen or no page")
