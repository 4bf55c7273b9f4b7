"""python -m tests.native.program ENGINE MODULE: launch the `demo` of a module as its author would.

It does what its standard input says, a JSON command a line, and prints the answers. This side only looks: what a user
does is done by real clicks and keys from outside.
"""

from __future__ import annotations

import faulthandler
import importlib
import json
import sys
import threading
from typing import Any

import desktop_app as gr


def main(engine: str, module_name: str) -> None:
    """Launch, and after the last window is closed print what `left_behind()` of the module returns, if it has one."""
    faulthandler.dump_traceback_later(120, exit=True)
    module = importlib.import_module(module_name)
    threading.Thread(target=listen, daemon=True).start()
    module.demo.launch(engine=engine)
    print(json.dumps({"left": getattr(module, "left_behind", lambda: None)()}), flush=True)


def listen() -> None:
    """Answer commands until the input ends."""
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer = {"answer": globals()["do_" + command.pop("do")](**command)}
        except Exception as error:  # the other side raises it
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


def do_windows() -> list[str]:
    """The ids of the windows that show a page."""
    return [window.id for window in gr.App.current().windows if window.session is not None]


def do_evaluate(window: str, script: str) -> Any:
    """The JSON-able value of a script in the page of a window."""
    return json.loads(view(window).evaluate(f"JSON.stringify({script})"))


def do_handle(window: str) -> int:
    """The number by which the screen knows a window."""
    native = view(window).window.native
    return int(native.winId()) if hasattr(native, "winId") else native.get_window().get_xid()


def do_session(window: str) -> str:
    """The hash of the session that a window shows."""
    [found] = [w for w in gr.App.current().windows if w.id == window]
    return found.session.request.session_hash if found.session else ""


def do_idle() -> None:
    """Wait until no handler runs."""
    gr.App.current().runner.activity.wait(10)


def view(window: str) -> Any:
    """The engine's side of a window."""
    [found] = [w for w in gr.App.current().windows if w.id == window]
    return found.surface.view


if __name__ == "__main__":
    main(*sys.argv[1:])
