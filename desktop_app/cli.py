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
        status: int = options.run(options)
    except (DesktopAppError, RuntimeError, ValueError) as error:
        print(f"desktop-blocks: {error}", file=sys.stderr)
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="desktop-blocks",
        description="Opens the gallery: a window that lists the example apps, each with its source.",
        epilog="Write your own: see the README, or any example's source in the gallery.",
    )
    parser.add_argument("--version", action="version", version=f"desktop-blocks {__version__}")
    _gallery(parser, engine=None)
    commands = parser.add_subparsers(title="commands", metavar="")
    gallery = commands.add_parser("gallery", help="open the gallery; this is done without a command, too")
    _gallery(gallery, engine=argparse.SUPPRESS)
    from desktop_app.bundle.command import add_parser as add_bundle
    from desktop_app.new.command import add_parser as add_new
    from desktop_app.run.command import add_parser as add_run

    add_run(commands)
    add_bundle(commands)
    add_new(commands)
    doctor = commands.add_parser(
        "doctor",
        help="tell what this machine has for desktop apps, and what it lacks",
        description=(
            "Tells which engines there are and which one apps take, all versions, what is missing and how to install "
            "it, whether folders can be written, and whether a window opens, stores something that is there after a "
            "restart, and listens nowhere. Ends with status 0 if all is well, else with 1."
        ),
    )
    doctor.add_argument("--json", action="store_true", help="write JSON, for programs")
    doctor.set_defaults(run=_run_doctor)
    return parser


def _gallery(parser: argparse.ArgumentParser, engine: str | None) -> None:
    parser.add_argument(
        "--engine",
        choices=["gtk", "qt", "webview2", "cocoa"],
        default=engine,
        help="the web engine; by default the one installed",
    )
    parser.set_defaults(run=_run_gallery)


def _run_gallery(options: argparse.Namespace) -> int:
    from desktop_app.gallery.window import gallery

    gallery().launch(engine=options.engine)
    return 0


def _run_doctor(options: argparse.Namespace) -> int:
    from desktop_app.doctor.command import run

    return run(options)
