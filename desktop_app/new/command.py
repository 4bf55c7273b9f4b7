"""The command `desktop-blocks new`."""

from __future__ import annotations

import argparse
import os
import shlex
from pathlib import Path
from typing import Any

EPILOG = """\
examples:
  desktop-blocks new my-app              in a folder of that name
  desktop-blocks new "apps/Größen Rechner"
  desktop-blocks new .                   in this folder, if it is empty

The app in it greets by name. It is there to be replaced; what is around it stays useful.
"""


def add_parser(commands: Any) -> None:
    """Say what the command takes."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "new",
        help="make a project to start from: an app, its test, an icon, and what bundles it",
        description="Makes a folder with an app, a test that passes, an icon, settings to bundle it, and a README.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", metavar="NAME", help="of the app, and of the folder that is made for it; or its path")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the project and return the exit status."""
    from desktop_app.new.project import Project

    project = Project(Path(options.name))
    made = project.make()
    print(f"Made {project.title}, in {project.folder}:")
    print("\n".join(f"  {file.relative_to(project.folder)}" for file in made))
    print("\nNext:")
    if project.folder != Path.cwd():
        print(f"  cd {shlex.quote(os.path.relpath(project.folder))}")
    print("  desktop-blocks run --reload app.py    # shows it, and again whenever you save")
    print("  pytest                                # tests it, without a window")
    print("  desktop-blocks bundle app.py          # makes a program for machines without Python")
    return 0
