"""The command `desktop-blocks`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from desktop_app import __version__
from desktop_app.errors import DesktopAppError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0, or 1 with one message on standard error."""
    options = _parser().parse_args(arguments)
    try:
        _gallery(options.engine)
    except (DesktopAppError, RuntimeError, ValueError) as error:
        print(f"desktop-blocks: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="desktop-blocks",
        description="Opens the gallery: a window that lists the example apps, each with its source.",
        epilog="Write your own: see the README, or any example's source in the gallery.",
    )
    parser.add_argument("--version", action="version", version=f"desktop-blocks {__version__}")
    parser.add_argument(
        "--engine", choices=["gtk", "qt", "webview2", "cocoa"], help="the web engine; by default the one installed"
    )
    return parser


def _gallery(engine: str | None) -> None:
    from desktop_app.gallery.window import gallery

    gallery().launch(engine=engine)
