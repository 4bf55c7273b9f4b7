"""What a bundle does when it is started with --self-test: it shows nobody anything, and touches no data of the user's.

The script runs as far as its launch. In place of its app a hidden window of our own opens: an event goes to Python and
its answer back to the page; a value is stored, the page is loaded again, and the value is there.
"""

from __future__ import annotations

import atexit
import os
import secrets
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, NoReturn

from desktop_app.app import App
from desktop_app.blocks.blocks import Blocks
from desktop_app.blocks.launch import launched_by
from desktop_app.components.button import Button
from desktop_app.components.textbox import Textbox
from desktop_app.desktop.native_window import NativeWindow
from desktop_app.desktop.shell import DesktopShell
from desktop_app.session.pool import Pool
from desktop_app.state.browser_state import BrowserState
from desktop_app.state.sqlite_store import open_store
from desktop_app.windows.window import Window

LIMIT = 60.0  # seconds for all of it
PAUSE = 0.05  # seconds between two looks at the page
# Where programs keep what is their user's, on each system.
HOMES = ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"]
HOMES += ["USERPROFILE", "APPDATA", "LOCALAPPDATA"]
CLICK = "document.querySelector('#self-test-button wa-button').click()"
ANSWER = "document.querySelector('#self-test-answer wa-input, #self-test-answer wa-textarea')?.value"
PASSED = "self-test: passed"


class SelfTest:
    """Within it, the app that the script launches is not shown, but this program is tried out; then the process ends.

    The status is 0 if all of it works, else 1, and the last line on standard error says what does not.
    """

    def __init__(self) -> None:
        self._launched: AbstractContextManager[None] = launched_by(self)
        self._folder = TemporaryDirectory(prefix="self-test-", ignore_cleanup_errors=True)
        self._token = secrets.token_hex(8)
        self._step = "the script comes to its launch"

    def __enter__(self) -> None:
        home = Path(self._folder.name)
        if sys.platform == "linux":  # found from the user's home otherwise
            os.environ.setdefault("XAUTHORITY", str(Path.home() / ".Xauthority"))
        os.environ.update(dict.fromkeys(HOMES, str(home)))
        os.chdir(home)
        self._launched.__enter__()
        late = threading.Timer(LIMIT, lambda: self._end(f"not within {LIMIT:g} s: {self._step}"))
        late.daemon = True
        late.start()
        atexit.register(lambda: self._end(f"the script ended before this: {self._step}"))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._launched.__exit__(kind, error, trace)

    def __call__(self, blocks: Blocks, *, engine: str | None, debug: bool, single_instance: bool) -> None:
        """Try it out in place of the app that is launched here."""
        self._step = "a window opens"
        folder = Path(self._folder.name)
        try:
            shell = DesktopShell("self-test", folder / "webview", Pool(), engine, hidden=True)
            app = App(self._probe(), lambda _: shell, lambda: open_store(folder / "state.db"), folder=lambda: folder)
            window = app.open_window()
            threading.Thread(target=self._go_on, args=(window,), name="self-test", daemon=True).start()
            shell.run()
        except Exception as error:
            self._end(f"{type(error).__name__}: {error}")
        self._end(f"the window closed before this: {self._step}")

    def _probe(self) -> Blocks:
        with Blocks(title="Self-test", app_id="self-test") as probe:
            button = Button("Store", elem_id="self-test-button")
            answer = Textbox(elem_id="self-test-answer")
            kept = BrowserState("")
            button.click(lambda: (f"event {self._token}", f"stored {self._token}"), None, [answer, kept])
            probe.load(lambda kept: kept, kept, answer)
        return probe

    def _go_on(self, window: Window) -> None:
        try:
            surface = window.surface
            assert isinstance(surface, NativeWindow)
            self._step = "the page loads"
            _await(lambda: window.session is not None and _asked(surface, f"{ANSWER} !== undefined"))
            self._step = "an event goes to Python, and its answer to the page"
            surface.view.run(f"{CLICK};0")
            _await(lambda: _asked(surface, ANSWER) == f"event {self._token}")
            self._step = "what was stored is there when the page is loaded again"
            surface.reload()
            _await(lambda: _asked(surface, ANSWER) == f"stored {self._token}")
        except Exception as error:
            self._end(f"{self._step}: {type(error).__name__}: {error}")
        self._end(None)

    def _end(self, trouble: str | None) -> NoReturn:
        """End the process at once, whatever threads the script has."""
        sys.stderr.write(f"self-test: failed: {trouble}\n" if trouble else f"{PASSED}\n")
        sys.stdout.flush()
        sys.stderr.flush()
        self._folder.cleanup()
        os._exit(1 if trouble else 0)


def _await(look: Callable[[], Any]) -> Any:
    """Look again and again, until there is something; the timer ends what takes too long."""
    while not (found := look()):
        time.sleep(PAUSE)
    return found


def _asked(surface: NativeWindow, script: str) -> Any:
    """Return what a script gives, None while a page is loaded."""
    try:
        return surface.view.evaluate(script)
    except TimeoutError:
        return None
