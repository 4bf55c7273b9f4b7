"""python -m tests.native.program ENGINE MODULE [ARGUMENT…]: launch the `demo` of a module as its author would.

With `desktop-blocks` for a module, it is that command with these arguments, in the engine that they say.

It does what its standard input says, a JSON command a line, and prints the answers. This side only looks: what a user
does is done by real clicks and keys from outside.
"""

from __future__ import annotations

import ctypes
import faulthandler
import importlib
import json
import os
import signal
import sys
import threading
from typing import Any

import desktop_app as gr
from desktop_app import cli
from desktop_app.bridge.connection import Connection
from tests.native.own_memory import own_memory
from tests.native.say import say

LIMIT = 120.0  # seconds after the last command
module: Any = None
reported: list[dict[str, str] | None] = []


def main(engine: str, module_name: str) -> None:
    """Launch, and after the last window is closed print what `left_behind()` of the module returns, if it has one."""
    faulthandler.dump_traceback_later(LIMIT, exit=True)
    overhear()
    for number in (signal.SIGTERM, signal.SIGHUP):  # what measures coverage, or nohup, has put its own there
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets what it starts in the background ignore it
    sys.argv[1:] = sys.argv[3:]
    if module_name == "desktop-blocks":
        threading.Thread(target=listen, daemon=True).start()
        status = cli.main(sys.argv[1:])
        say(json.dumps({"left": status}))
        sys.exit(status)
    global module
    module = importlib.import_module(module_name)
    threading.Thread(target=listen, daemon=True).start()
    module.demo.launch(engine=engine, **getattr(module, "LAUNCH", {}))
    say(json.dumps({"left": getattr(module, "left_behind", lambda: None)()}))


def listen() -> None:
    """Answer commands until the input ends."""
    for line in sys.stdin:
        faulthandler.dump_traceback_later(LIMIT, exit=True)
        command = json.loads(line)
        try:
            answer = {"answer": globals()["do_" + command.pop("do")](**command)}
        except Exception as error:  # the other side raises it
            answer = {"error": f"{type(error).__name__}: {error}"}
        say(json.dumps(answer))


def overhear() -> None:
    """Note what each page says is in its `localStorage`, before the app writes there."""
    receive = Connection.receive

    def noting(connection: Connection, text: str) -> None:
        message = json.loads(text) if text.startswith('{"type":"ready"') else {}
        if message:
            reported.append(message["storage"])
        receive(connection, text)

    Connection.receive = noting  # type: ignore[method-assign]


def do_reported() -> list[dict[str, str] | None]:
    """What each page had in its `localStorage` when it was loaded."""
    return reported


def do_census() -> dict[str, int]:
    """How many there are now of what comes and goes with a window."""
    from tests.native.census import census  # brings the webview, which an app imports when it starts

    return census()


def do_threads() -> dict[str, int]:
    """Python's threads: the system's number of each by its name."""
    return {thread.name: thread.native_id or 0 for thread in threading.enumerate()}


def do_call(function: str) -> None:
    """Call a function of the app's own module."""
    getattr(module, function)()


def do_memory() -> int:
    """The memory in use that is this process's alone, in kB; what it has freed goes back to the system first."""
    ctypes.CDLL(None).malloc_trim(0)
    return own_memory(os.getpid())


def do_messages() -> int:
    """How many messages the pages that are shown were sent."""
    connections = [window.connection for window in gr.App.current().windows]
    return sum(each._outbox._number for each in connections if each is not None and each._outbox is not None)


def do_collect_garbage() -> None:
    """Let the pages free what nothing refers to, which Chromium leaves until memory is short.

    Chromium can be told to where it was started with --js-flags=--expose-gc; WebKit does by itself.
    """
    for window in gr.App.current().windows:
        window.surface.view.evaluate("if (window.gc) { gc(); gc(); } 0", timeout=30)


def do_windows() -> list[str]:
    """The ids of the windows that show a page."""
    return [window.id for window in gr.App.current().windows if window.session is not None]


def do_opened() -> int:
    """How many windows were asked for, whether they show anything yet or not."""
    return len(gr.App.current().windows)


def do_evaluate(window: str, script: str) -> Any:
    """The JSON-able value of a script in the page of a window."""
    return json.loads(view(window).evaluate(f"JSON.stringify({script})"))


def do_hear_console(window: str) -> None:
    """Let the console of the page of a window write to the log; Qt's does so by itself."""
    web_view = view(window).native.webview
    if hasattr(web_view, "get_settings"):
        web_view.get_settings().props.enable_write_console_messages_to_stdout = True


def do_handle(window: str) -> int:
    """The number by which the screen knows a window."""
    native = view(window).window.native
    return int(native.winId()) if hasattr(native, "winId") else native.get_window().get_xid()


def do_imitate_devices(window: str) -> None:
    """Let WebKitGTK offer a camera, a microphone and a screen that are not there; Chromium has a flag for it."""
    native = view(window).native
    settings = native.webview.get_settings() if hasattr(native.webview, "get_settings") else None
    if settings is not None:
        view(window)._later(lambda: settings.set_property("enable-mock-capture-devices", True))


def do_session(window: str) -> str:
    """The hash of the session that a window shows."""
    [found] = [w for w in gr.App.current().windows if w.id == window]
    return found.session.request.session_hash if found.session else ""


def do_close(window: str) -> None:
    """Close a window without asking."""
    [found] = [w for w in gr.App.current().windows if w.id == window]
    found.close(force=True)


def do_language(window: str, language: str) -> None:
    """Let the engine have another language, as it has when the system's changes."""
    shown = view(window)
    web_view = shown.native.webview
    if hasattr(web_view, "page"):
        shown._post(lambda: web_view.page().profile().setHttpAcceptLanguage(language))
    else:
        shown._post(lambda: web_view.get_context().set_preferred_languages([language]) or False)


def do_darken() -> None:
    """Let Qt hear that the desktop is dark from here on."""
    from PyQt6 import QtCore, QtGui

    shown = next(iter(gr.App.current().windows)).surface.view
    shown._post(lambda: QtGui.QGuiApplication.styleHints().setColorScheme(QtCore.Qt.ColorScheme.Dark))


def do_idle() -> None:
    """Wait until no handler runs."""
    gr.App.current().runner.activity.wait(10)


def view(window: str) -> Any:
    """The engine's side of a window."""
    [found] = [w for w in gr.App.current().windows if w.id == window]
    return found.surface.view


if __name__ == "__main__":
    main(*sys.argv[1:3])
