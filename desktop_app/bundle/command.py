"""The command `desktop-blocks bundle`."""

from __future__ import annotations

import argparse
from typing import Any

DESCRIPTION = """Makes a program of a script: a folder that runs on a machine without Python, with only what the script
imports. The script is run as far as its launch(), or to its end if it leaves that to the command, to see what it
imports; then PyInstaller makes the bundle, and the bundle is started once with --self-test: it opens a hidden window,
and an event and a stored value go there and back. Nothing is left behind if anything of this fails."""
EPILOG = """Each option can stand in the pyproject.toml beside the script, under [tool.desktop-blocks]:
name = "My App", icon = "icon.png", version = "1.0", add = ["data", "logo.svg:pictures"], onefile = true,
hidden-imports = ["plugins.pdf"], engine = "gtk", app-id = "my-app". What the command says goes before that."""


def add_parser(commands: Any) -> None:
    """Add the command's words."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "bundle", help="make a program of a script, for machines without Python", description=DESCRIPTION, epilog=EPILOG
    )
    parser.add_argument("script", help="the script that makes the app, and launches it or binds it to a name")
    parser.add_argument("--name", help="what the program is called; by default as the script")
    parser.add_argument("--icon", metavar="FILE", help="its icon: a .png on Linux, .ico on Windows, .icns on macOS")
    parser.add_argument(
        "--version", dest="app_version", metavar="VERSION", help="its version; by default the project's"
    )
    parser.add_argument(
        "--app-id", help="names the folder of its data, where the script does not; see Blocks(app_id=…)"
    )
    parser.add_argument(
        "--add",
        action="append",
        metavar="SRC[:DEST]",
        help="take a file or folder in; the script finds it as Path(__file__).parent / DEST. DEST is by default where "
        "it is beside the script. Can be given again",
    )
    parser.add_argument(
        "--hidden-import",
        action="append",
        metavar="MODULE",
        help="take a module in that is imported by its name only after the launch. Can be given again",
    )
    parser.add_argument("--engine", choices=["gtk", "qt"], help="on Linux; by default the one that apps take here")
    parser.add_argument(
        "--onefile", action=argparse.BooleanOptionalAction, default=None, help="one file, not a folder; starts slower"
    )
    parser.add_argument("--out", metavar="FOLDER", default="dist", help="where it is put; by default dist")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the bundle and return the exit status."""
    from desktop_app.bundle.make import make
    from desktop_app.bundle.settings import settings_of
    from desktop_app.doctor.output import Progress

    progress = Progress()
    try:
        made = make(settings_of(options), progress)
    finally:
        progress.clear()
    print(f"{made.path}: {made.megabytes:.1f} MB. It was started once, and works.\nStart it: {made.program}")
    return 0
