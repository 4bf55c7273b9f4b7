"""A program started from the bundle, used as its user does: by its windows, the mouse and the keys."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from desktop_app.doctor.listening import family
from tests.listening import listening_sockets
from tests.waiting import wait_until

TIMEOUT = 30  # seconds; a first start reads everything from the disk
BLANK = 40  # colours; text has many more by its smooth edges


class Program:
    """A running program.

    Args:
        command: the program and its arguments.
        environment: all its variables.
        folder: where it runs.
    """

    def __init__(self, command: list[str], environment: dict[str, str], folder: Path) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - `kill` closes it
        self._process = subprocess.Popen(command, env=environment, cwd=folder, stderr=self._errors)

    @property
    def errors(self) -> str:
        """What it has written to standard error."""
        return os.pread(self._errors.fileno(), 1_000_000, 0).decode(errors="replace")

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def window(self, title: str) -> str:
        """Wait for a visible window with this title, and for its page to be drawn; return the window's id."""
        found: list[str] = []

        def shown() -> bool:
            assert self._process.poll() is None, f"the program ended; it said: {self.errors}"
            found[:] = self.windows(title)
            return bool(found)

        wait_until(shown, f"a window {title!r}", TIMEOUT)
        wait_until(lambda: colours(found[0]) > BLANK, f"text in the window {title!r}", TIMEOUT)
        return found[0]

    def windows(self, title: str) -> list[str]:
        """Return the ids of visible windows with this title, of the process started or, as one file has, its child."""
        found = xdotool("search", "--onlyvisible", "--name", f"^{title}$").split()
        own = set(map(str, family(self._process.pid))) if found else set()
        return [window for window in found if xdotool("getwindowpid", window).strip() in own]

    def press(self, window: str, *keys: str) -> None:
        """Press keys in a window, which comes to the front."""
        xdotool("windowactivate", "--sync", window, "key", "--clearmodifiers", *keys)

    def listening(self) -> list[str]:
        """Return the local addresses at which it or a process it started listens for TCP."""
        return listening_sockets(self._process.pid)

    def end(self) -> int:
        """Wait until it has ended, and return its exit status."""
        return self._process.wait(TIMEOUT)

    def kill(self) -> None:
        """End it by force, with the processes it started, if it still runs."""
        for process in family(self._process.pid) if self.running else []:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._process.wait()
        self._errors.close()


def xdotool(*words: str) -> str:
    """Return what xdotool prints; nothing if it finds no window."""
    return subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False, timeout=TIMEOUT).stdout


def colours(window: str) -> int:
    """Return the number of colours in a window below its menus, where the page is."""
    command = [
        "import",
        "-silent",
        "-window",
        window,
        "-gravity",
        "south",
        "-crop",
        "100%x94%+0+0",
        "-format",
        "%k",
        "info:",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=TIMEOUT)
    return int(done.stdout or 0)


def clean_environment(home: Path) -> dict[str, str]:
    """Return the variables of a program that has nothing but a screen, a home and /usr/bin."""
    kept = ("DISPLAY", "XAUTHORITY", "QTWEBENGINE_DISABLE_SANDBOX")  # the last one is for tests that root runs
    screen = {name: os.environ[name] for name in kept if name in os.environ}
    return {**screen, "HOME": str(home), "PATH": "/usr/bin"}
