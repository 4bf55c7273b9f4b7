"""A screen that can go away."""

from __future__ import annotations

import os
import subprocess
from types import TracebackType


class Screen:
    """A virtual screen of its own, without a window manager.

    Attributes:
        name: for the variable DISPLAY.
    """

    def __init__(self) -> None:
        ours, its = os.pipe()
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(its), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
            pass_fds=[its], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(its)
        with os.fdopen(ours) as said:
            self.name = f":{said.readline().strip()}"

    def kill(self) -> None:
        """Take it away."""
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Screen:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
