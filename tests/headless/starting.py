"""python -m tests.headless.starting FOLDER [WORD…]: a start of an app without windows, for the tests of the hand-over.

It says "first" and then each later start it hears of, until its input ends; or "second".
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

from desktop_app.desktop.single_instance import SingleInstance
from desktop_app.events.request import Start
from tests.native.say import say


def shown(start: Start) -> bool:
    """Say what a later start was given; "refuse" among it gets no window."""
    say(json.dumps([list(start.arguments), str(start.folder)]))
    return "refuse" not in start.arguments


if __name__ == "__main__":
    logging.basicConfig(format="%(message)s")
    instance = SingleInstance(Path(sys.argv[1]))
    if instance.begin(Start(tuple(sys.argv[2:]), Path.cwd()), patience=5):
        say("first")
        instance.listen(shown)
        sys.stdin.read()
        instance.end()
    else:
        say("second")
