"""A desktop session without a screen: a message bus and GNOME Keyring, both started for one program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

UNLOCK = 'printf %s "$1" | gnome-keyring-daemon --unlock --components=secrets >/dev/null; shift; exec "$@"'


class KeyringSession:
    """Runs programs, each in a session of its own with a keyring daemon of its own, over the same keyring files."""

    def __init__(self, home: Path) -> None:
        runtime = home / "run"
        runtime.mkdir(mode=0o700)
        unwanted = ("DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_HOME", "PYTHON_KEYRING_BACKEND", "DISPLAY", "WAYLAND_DISPLAY")
        self._environment = {name: value for name, value in os.environ.items() if name not in unwanted}
        self._environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LC_ALL": "C.UTF-8"}

    def run(self, *arguments: str, password: str | None = "open sesame", backend: str | None = None) -> str:
        """Return what the program prints; of one that fails, all it says.

        Args:
            arguments: of the program.
            password: of the keyring; None starts no daemon.
            backend: the class for keyring to use instead of what it finds.
        """
        command = [sys.executable, "-m", "tests.secrets.keyring_program", *arguments]
        if password is not None:
            command = ["dbus-run-session", "--", "sh", "-c", UNLOCK, "sh", password, *command]
        environment = self._environment | ({"PYTHON_KEYRING_BACKEND": backend} if backend else {})
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
        return done.stderr if done.returncode else done.stdout.strip()
