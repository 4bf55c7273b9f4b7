"""What every bundle does before its script runs; build.spec puts the call into it."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack

from desktop_app.bundled import Bundled

SELF_TEST = "--self-test"  # alone on the command line
_settings = ExitStack()  # they hold until the program ends


def begin(program: Bundled) -> None:
    """Get ready for the script: only what this program needs is loaded, as all of it delays the first window."""
    if program.engine == "gtk":
        keep_libraries()
    if program.app_id:
        from desktop_app.blocks.app_id import always

        _settings.enter_context(always(program.app_id))
    if program.gradio:
        from desktop_app.run.alias import lend_name

        _settings.enter_context(lend_name())
    if sys.argv[1:] == [SELF_TEST]:
        from desktop_app.bundle.self_test import SelfTest

        sys.argv[1:] = []
        _settings.enter_context(SelfTest())


def keep_libraries() -> None:
    """Keep the bundle's libraries to the bundle: the web process and the browser are the system's, and take its own."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
