"""`desktop-blocks doctor` on this machine, with both engines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.native.native_app import ROOT


def test_it_finds_all_well_and_leaves_nothing(tmp_path: Path):
    """Both engines open a hidden window, what it stored is there after a restart, and nothing has listened."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "doctor", "--json"],
        env=environment | {"HOME": str(home), "TMPDIR": str(temporary)}, cwd=ROOT, capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip
    said = json.loads(done.stdout)
    assert [check for check in said["checks"] if check["result"] == "bad"] == []
    assert said["ok"] is True
    assert done.returncode == 0
    names = {check["name"] for check in said["checks"] if check["section"] == "Trial"}
    whats = ("window", "localStorage", "app's store", "sockets")
    assert names == {f"{engine} {what}" for engine in ("gtk", "qt") for what in whats}
    sockets = {check["name"]: check["detail"] for check in said["checks"] if check["name"].endswith("sockets")}
    assert "WebKitWebProces" in sockets["gtk sockets"]
    assert "QtWebEngineProc" in sockets["qt sockets"]
    assert done.stderr.count("started again") == 2
    assert {entry.name for entry in home.rglob("*")} <= {".cache"}  # GLib makes it
    assert list(temporary.iterdir()) == []
