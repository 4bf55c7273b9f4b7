"""python -m tests.native.screen_watch: how light the screen is, a share from 0 to 1 a line, until the input ends."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from types import TracebackType
from typing import Any

LIGHT = 160  # of 255: no dark look has surfaces as light as that
PLACES = 96, 76  # looked at in each picture


class ScreenWatch:
    """Watches the screen from begin to end of a `with` block.

    Attributes:
        shares: afterwards, the share of the screen that was light in each picture, in their order.
    """

    def __enter__(self) -> ScreenWatch:
        self.shares: list[float] = []
        command = [sys.executable, "-m", "tests.native.screen_watch"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.shares.append(float(self._process.stdout.readline()))  # it watches from here on
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        said, _ = self._process.communicate(timeout=20)
        assert self._process.returncode == 0
        self.shares += [float(line) for line in said.split()]


def main() -> None:
    """Look and tell, as often as can be."""
    import gi  # type: ignore[import-untyped]

    gi.require_version("Gdk", "3.0")
    from gi.repository import Gdk, GdkPixbuf  # type: ignore[import-untyped]

    root: Any = Gdk.get_default_root_window()
    size = root.get_width(), root.get_height()
    while not select.select([sys.stdin], [], [], 0)[0]:
        picture = Gdk.pixbuf_get_from_window(root, 0, 0, *size)
        few = picture.scale_simple(*PLACES, GdkPixbuf.InterpType.NEAREST)
        print(light_share(few.get_pixels(), few.get_rowstride(), few.get_n_channels()), flush=True)


def light_share(pixels: bytes, rowstride: int, channels: int) -> float:
    """The share of the places whose colour is light."""
    width, height = PLACES
    starts = (row * rowstride + column * channels for row in range(height) for column in range(width))
    return sum(min(pixels[start : start + 3]) > LIGHT for start in starts) / (width * height)


if __name__ == "__main__":
    os.environ["GDK_BACKEND"] = "x11"
    main()
