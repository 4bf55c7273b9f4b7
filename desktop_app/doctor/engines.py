"""Which engines there are, and which one an app would take."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.desktop.engines.choose import engine_by_environment, engine_names, how_to_install, installed
from desktop_app.desktop.engines.display import require_display
from desktop_app.desktop.engines.errors import NoDisplay
from desktop_app.desktop.engines.sandbox import refuses_root
from desktop_app.doctor.check import Check


def engines() -> Iterator[Check]:
    """Give each engine of this system, the preferred one first."""
    names = engine_names()
    there = [name for name in names if installed(name)]
    named = engine_by_environment()
    if named is not None and named not in there:
        what = "is not installed" if named in names else f"is no engine here; the engines are {' and '.join(names)}"
        yield Check("Engines", "DESKTOP_APP_ENGINE", "bad", f"{named} {what}", "unset DESKTOP_APP_ENGINE")
    taken = named or next(iter(there), None)
    for name in names:
        if name not in there:
            yield Check("Engines", name, "none" if there else "bad", "not installed", how_to_install(name))
        elif name == "qt" and (why := refuses_root()):
            yield Check("Engines", name, "bad", "installed, but it cannot start", why)
        else:
            yield Check("Engines", name, "ok", "installed; apps take this one" if name == taken else "installed")


def usable_engines() -> list[str]:
    """Return the engines that can be tried, the preferred one first."""
    return [name for name in engine_names() if installed(name) and not (name == "qt" and refuses_root())]


def display() -> Check:
    """Say whether there is a screen to open windows on."""
    try:
        require_display()
    except NoDisplay as error:
        return Check("Display", "screen", "bad", "no window can be opened", str(error))
    return Check("Display", "screen", "ok", "answers")
