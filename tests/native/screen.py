"""What the screen says of the windows on it."""

from __future__ import annotations

import subprocess
from contextlib import suppress

from tests.waiting import wait_until
from tests.xdotool import xdotool

STILL = 12  # pictures of a window in which nothing moves any more


def states(handle: str) -> set[str]:
    """How the window manager shows a window, such as "FULLSCREEN"."""
    done = subprocess.run(["xprop", "-id", handle, "_NET_WM_STATE"], capture_output=True, text=True, check=True)
    _, _, names = done.stdout.partition("= ")
    return {name.strip().removeprefix("_NET_WM_STATE_") for name in names.split(",") if "_NET_WM_STATE_" in name}


def wait_for_state(handle: str, *wanted: str) -> None:
    """Wait until a window is shown so, and not otherwise."""
    others = {"HIDDEN", "MAXIMIZED_VERT", "MAXIMIZED_HORZ", "FULLSCREEN", "ABOVE"} - set(wanted)
    wait_until(
        lambda: set(wanted) <= states(handle) and not others & states(handle),
        f"a window that is {wanted}; it is {states(handle)}",
        20,
    )


def active() -> str:
    """The window in front; "" while there is none."""
    done = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def wait_for_dialog(*handles: str) -> str:
    """Wait until a window other than these has the keyboard and is drawn, and return it."""
    dialog = ""
    looks: list[bytes] = []

    def drawn() -> bool:
        nonlocal dialog
        now = active()
        if now != dialog:
            dialog = now
            looks.clear()
        if dialog in ("", *handles):
            return False
        with suppress(subprocess.SubprocessError):  # it is gone again
            looks.append(picture(dialog))
        return len(looks) >= STILL and len(set(looks[-STILL:])) <= 2  # the caret blinks

    wait_until(drawn, "a dialog that is drawn, in front of the window", 40)
    return dialog


def type_path(handle: str, path: object) -> str:
    """Wait for the file dialog of a window, answer it with a path, and return it.

    GTK's opens a field for a path at the first letter, and letters that come before the field is there are lost. The
    dialog stays then, with the field open; as a user would, type it again.
    """
    dialog = wait_for_dialog(handle)
    for _ in range(3):
        xdotool("key", "ctrl+a")
        for letters in (str(path)[:1], str(path)[1:]):
            xdotool("type", "--delay", "25", letters)
            wait_for_dialog(handle)
        xdotool("key", "Return")
        with suppress(AssertionError):
            wait_until(lambda: active() != dialog, "the dialog to take the path", 3)
            return dialog
    raise AssertionError(f"the dialog did not take {path}")


def picture(handle: str) -> bytes:
    """What a window shows.

    Raises:
        subprocess.SubprocessError: the window is gone; `import` may wait for it for ever.
    """
    return subprocess.run(["import", "-window", handle, "ppm:-"], capture_output=True, check=True, timeout=5).stdout


def window_named(title: str) -> str:
    """Wait for a window of this title and return it."""
    found: list[str] = []

    def there() -> bool:
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"], capture_output=True, text=True, check=False
        )
        found[:] = done.stdout.split()
        return bool(found)

    wait_until(there, f"a window called {title!r}", 20)
    return found[-1]
