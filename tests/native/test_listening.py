"""Nothing listens: no process of an app can be reached from anywhere, at any time."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from desktop_app.doctor.listening import ListeningWatch
from tests.listening import foreign, listening_sockets
from tests.native.conftest import Start
from tests.waiting import wait_until

APP = "tests.native.apps.unhappy"
PROCESSES = {"gtk": ("WebKitWebProces", "WebKitNetworkPr"), "qt": ("QtWebEngineProc",)}  # as the kernel cuts them off


def test_no_process_of_an_app_listens_from_start_to_end(start: Start, request: pytest.FixtureRequest):
    """Neither Python nor the engine's processes, for TCP, UDP or at a local socket but the app's own, whatever it does.

    It starts, runs handlers, fails, is reloaded, opens a second window, and ends.
    """
    with ListeningWatch(os.getpid()) as watch:
        app = start(APP)
        [window] = app.windows(1)
        window.type("Box", "a")
        window.click("Echo")
        window.wait_for("Out", window.find("Box")["value"])
        window.click("Raise")
        window.wait_for_text("Something went wrong")
        window.reload()
        window.menu(1)
        first, second = app.windows(2)
        second.click("Echo")
        second.wait_for("Out", second.find("Box")["value"])
        second.close()
        [first] = app.windows(1)
        first.close()
        app.end()
    assert foreign(watch.found) == set()
    assert len(watch.found) <= 1  # the socket by which a later start reaches this one
    assert watch.looks > 20
    for engine, names in PROCESSES.items():
        if f"[{engine}]" in request.node.name:
            assert set(names) <= watch.names


@pytest.mark.parametrize("kind", ["tcp", "udp", "unix", "abstract"])
def test_the_watch_sees_what_listens(kind: str, tmp_path):
    """A child process that listens, by any of these ways, is found out."""
    address = {"unix": str(tmp_path / "socket"), "abstract": "\\0desktop-app-test"}.get(kind)
    program = {
        "tcp": "s = socket.create_server(('127.0.0.1', 0))",
        "udp": "s = socket.socket(type=socket.SOCK_DGRAM); s.bind(('127.0.0.1', 0))",
    }.get(kind, f"s = socket.socket(socket.AF_UNIX); s.bind('{address}'); s.listen()")
    with (
        ListeningWatch(os.getpid()) as watch,
        subprocess.Popen([sys.executable, "-c", f"import socket; {program}; input()"], stdin=subprocess.PIPE) as child,
    ):
        wait_until(lambda: watch.found, f"a socket of the kind {kind}")
        assert listening_sockets(child.pid)
        child.communicate(b"\n")
    [found] = watch.found
    assert {"abstract": "unix @desktop-app-test"}.get(kind, kind) in found
