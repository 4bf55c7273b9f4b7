"""Something that handlers wait for."""

from __future__ import annotations

import threading


class Gate:
    """Holds handlers until the test lets them go on."""

    def __init__(self) -> None:
        self._open = threading.Event()

    def wait(self) -> None:
        """Called by a handler."""
        self._open.wait(10)

    def open(self) -> None:
        """Let all go on, now and later."""
        self._open.set()
