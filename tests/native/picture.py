"""python -m tests.native.picture FILE: what the gallery's window shows, as a picture.

`python -m tests.native.picture --all FOLDER` makes the README's, of the gallery and each example on both engines, and
one of each tab of the components, in both looks.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.native.native_app import NativeApp, NativeWindow
from tests.waiting import wait_until
from tests.xdotool import xdotool

APPS = "tests.native.apps"
SIZE = (960, 960)  # pixels; each tab fits
# How a desktop tells both engines which look it has; Qt asks GTK's theme.
LOOKS = {
    "light": {"GTK_THEME": "Adwaita", "QT_QPA_PLATFORMTHEME": "gtk3"},
    "dark": {"GTK_THEME": "Adwaita:dark", "QT_QPA_PLATFORMTHEME": "gtk3"},
}
NEXT_FRAMES = """(() => {
  window.drawnAnew = false;
  requestAnimationFrame(() => requestAnimationFrame(() => { window.drawnAnew = true; }));
  return 0;
})()"""
SELECTED = "document.querySelector('[role=tab][aria-selected=true]').textContent"
TABS = "[...document.querySelector('[role=tablist]').querySelectorAll('[role=tab]')].map((tab) => tab.textContent)"


def pick(window: NativeWindow) -> None:
    """Put two things into the basket."""
    window.click("Bread")
    window.click("Grapes")
    window.click("Put in the basket")
    window.wait_for("Things in the basket", "2")


def roll(window: NativeWindow) -> None:
    """Roll the dice."""
    window.click("Roll")
    window.wait_for("Rolls in this window", "1")


def suggest(window: NativeWindow) -> None:
    """Let the app suggest what to sign in with."""
    window.click("Suggest both")
    window.wait_for_text("✓ Kept at")


def pin(window: NativeWindow) -> None:
    """Pin two notes to the board."""
    window.type("Your name", "Ada")
    for count, text in enumerate(("Bring the lemonade!", "And a blanket."), start=1):
        window.type("Note", text)
        window.keys("Return")
        window.wait_for("Notes from this window", str(count))


def greet(window: NativeWindow) -> None:
    """Be greeted."""
    window.type("Name", "Ada")
    window.click("Greet")
    window.wait_for_text("Hello, Ada!")


def open_menu(window: NativeWindow) -> None:
    """Open the File menu."""
    window.find("Text")
    window.front()
    xdotool("mousemove", "--window", window.handle, "18", "10", "click", "1")


ACTIONS: dict[str, Callable[[NativeWindow], None] | None] = {
    "gallery": None,
    "gallery_visitors": None,
    "gallery_cart": pick,
    "gallery_instances": roll,
    "gallery_credentials": suggest,
    "gallery_scopes": pin,
    "gallery_editor": open_menu,
    "first_app": greet,
}


def take(file: Path, app: str, engine: str) -> None:
    """Start an app, use it a little, and write what its window shows into `file`."""
    with started(app, engine) as window:
        action = ACTIONS[app]
        if action is not None:
            action(window)
        photograph(window, file)


def take_tabs(folder: Path, app: str, engine: str, look: str) -> Iterator[Path]:
    """Write a picture of each tab of an app's page, in the light or the dark look, and tell its file."""
    with started(app, engine, look) as window:
        window.put(0, 0, *SIZE)
        window.find("Text")
        for tab in window.evaluate(TABS):
            window.click(tab)
            wait_until(lambda tab=tab: window.evaluate(SELECTED) == tab, f"the tab {tab}")  # type: ignore[misc]
            file = folder / f"{app.removeprefix('gallery_')}-{tab.split()[0].lower()}-{engine}-{look}.png"
            photograph(window, file)
            yield file


@contextmanager
def started(app: str, engine: str, look: str = "light") -> Iterator[NativeWindow]:
    """Run an app and give its window."""
    before = dict(os.environ)
    os.environ.update(LOOKS[look])
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            NativeApp(engine, f"{APPS}.{app}", Path(folder) / "home") as running,
        ):
            [window] = running.windows(1)
            window.front()
            yield window
    finally:
        os.environ.clear()
        os.environ.update(before)


def photograph(window: NativeWindow, file: Path) -> None:
    """Write what a window shows, as soon as it shows everything."""
    window.front()
    wait_until(lambda: window.evaluate("document.fonts.status") == "loaded", "the page's fonts")
    window.evaluate(NEXT_FRAMES)
    wait_until(lambda: window.evaluate("window.drawnAnew") is True, "the page's next frames")
    wait_until(lambda: drawn(window), "a window that is drawn")
    looks: list[str] = []
    wait_until(lambda: settled(window, looks), "a window that changes no more")
    subprocess.run(
        ["import", "-silent", "-screen", "-window", window.handle, "-strip", str(file)], check=True, timeout=30
    )


def drawn(window: NativeWindow) -> bool:
    """Tell whether there is text in the window's middle: smooth edges have many colours."""
    words = ["import", "-silent", "-window", window.handle, "-gravity", "center", "-crop", "80%x80%+0+0"]
    done = subprocess.run([*words, "-format", "%k", "info:"], capture_output=True, text=True, check=True, timeout=30)
    return int(done.stdout) > 40


def settled(window: NativeWindow, looks: list[str]) -> bool:
    """Note how the window looks now, and tell whether it has looked like that three times."""
    words = ["import", "-silent", "-window", window.handle, "-format", "%#", "info:"]
    looks.append(subprocess.run(words, capture_output=True, text=True, check=True, timeout=30).stdout)
    return len(looks) >= 3 and len(set(looks[-3:])) == 1


def main(arguments: list[str]) -> None:
    """Make the pictures that the arguments ask for."""
    if arguments[0] != "--all":
        take(Path(arguments[0]), "gallery", os.environ.get("DESKTOP_APP_ENGINE", "gtk"))
        return
    for app in ACTIONS:
        for engine in ("gtk", "qt"):
            file = Path(arguments[1]) / f"{app.removeprefix('gallery_')}-{engine}.png"
            take(file, app, engine)
            print(file)
    for engine in ("gtk", "qt"):
        for look in LOOKS:
            for file in take_tabs(Path(arguments[1]), "gallery_components", engine, look):
                print(file)


if __name__ == "__main__":
    main(sys.argv[1:])
