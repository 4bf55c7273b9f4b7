"""Signals that end a process in order, or at once if that takes too long."""

from __future__ import annotations

import signal
import subprocess
import sys

STUCK = """
import logging, signal, threading
from desktop_app.desktop import signals
logging.basicConfig()
signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what measures coverage has put its own there
signals.LIMIT = 0.2
with signals.Signals(lambda: print("asked to close", flush=True)):
    print("waiting", flush=True)
    threading.Event().wait()
"""


def test_what_does_not_end_in_order_is_ended():
    """After the limit, with the signal's status and a line in the log."""
    with subprocess.Popen(
        [sys.executable, "-c", STUCK], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "waiting\n"
        process.send_signal(signal.SIGTERM)
        said, log = process.communicate(timeout=20)
    assert process.returncode == 128 + signal.SIGTERM
    assert said == "asked to close\n"
    assert "could not end in order within 0.2 s" in log
