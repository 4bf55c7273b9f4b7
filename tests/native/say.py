"""Standard output of an app under test, where answers to commands meet lines of the app's own."""

from __future__ import annotations

import sys
import threading

_lock = threading.Lock()


def say(line: str) -> None:
    """Write a line at once and in one piece, from any thread."""
    with _lock:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
