"""The command `desktop-blocks run`."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.run.launcher import Launcher
    from desktop_app.run.script import Script

EPILOG = """\
examples:
  desktop-blocks run app.py                         show it
  desktop-blocks run --reload app.py                and again whenever app.py, or a module beside it, is saved
  desktop-blocks run --engine qt app.py --fast x    "--fast x" is for app.py: its sys.argv[1:]

The script may launch its app by demo.launch(), or bind it to a name and leave that to this command. It may say
"import gradio as gr": gradio need not be installed, as desktop_app has its words.
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Say what the command takes."""
    parser = commands.add_parser(
        "run",
        help="show the app of a script in native windows, also of one written for Gradio",
        description="Runs a script that makes a Blocks, an Interface or a TabbedInterface, and shows it natively.",
        epilog=EPILOG,
        usage="desktop-blocks run [options] SCRIPT [argument …]",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("script", metavar="SCRIPT", help="the file, such as app.py")
    parser.add_argument("arguments", metavar="argument", nargs=argparse.REMAINDER, help="words for the script itself")
    parser.add_argument(
        "--reload",
        action="store_true",
        help="watch the script and its modules: when one is saved, windows stay open and show the new app, with the "
        "state whose definition is the same",
    )
    parser.add_argument(
        "--engine",
        choices=["gtk", "qt", "webview2", "cocoa"],
        default=argparse.SUPPRESS,
        help="the web engine; by default what the script says, or the one installed",
    )
    parser.add_argument("--windows", type=_count, default=1, metavar="N", help="open N windows at the start")
    parser.add_argument("--debug", action="store_true", help="open the state inspector beside the first window")
    parser.add_argument("--app-id", metavar="ID", help="names the folders of what the app stores; by default its file")
    parser.add_argument("--demo-name", metavar="NAME", help="which app to show, where a script makes several")
    parser.add_argument(
        "--no-alias", dest="alias", action="store_false", help="let `import gradio` find Gradio itself, if anything"
    )
    parser.set_defaults(run=run, own_options={option for action in parser._actions for option in action.option_strings})


def run(options: argparse.Namespace) -> int:
    """Run the script and return when the last window is closed; the status is 1 if it fails."""
    from desktop_app.blocks import app_id
    from desktop_app.blocks.launch import launched_by
    from desktop_app.run.alias import lend_name
    from desktop_app.run.launcher import Launcher
    from desktop_app.run.script import Script

    script = Script(Path(options.script), options.arguments)
    _warn_of_misplaced(options, script)
    launcher = Launcher(
        script,
        engine=options.engine,
        windows=options.windows,
        debug=options.debug,
        reload=options.reload,
        name=options.demo_name,
    )
    with ExitStack() as settings:
        if options.app_id is not None:
            settings.enter_context(app_id.always(options.app_id))
        if options.alias:
            settings.enter_context(lend_name())
        settings.enter_context(launched_by(launcher))
        return _run(script, launcher)


def _run(script: Script, launcher: Launcher) -> int:
    from desktop_app.run.problem import told

    try:
        launcher.show(script.execute())
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if error is launcher.trouble:
            raise
        print(told(error, script), file=sys.stderr)
        return 1
    return 0


def _warn_of_misplaced(options: argparse.Namespace, script: Script) -> None:
    misplaced = [word for word in options.arguments if word.partition("=")[0] in options.own_options]
    if misplaced:
        print(
            f"desktop-blocks: {', '.join(misplaced)} is handed to {script.name}, as it follows that name; "
            f"put it before {script.name} if it is meant for desktop-blocks.",
            file=sys.stderr,
        )


def _count(text: str) -> int:
    count = int(text) if text.isdecimal() else 0
    if not 1 <= count <= 32:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of windows from 1 to 32")
    return count
