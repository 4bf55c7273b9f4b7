"""Whether what a window stores is there after a restart, and whether anything listens meanwhile."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop_app.doctor.check import Check
from desktop_app.doctor.listening import ListeningWatch

LIMIT = 60.0  # seconds for one start
SECTION = "Trial"


def round_trip(engine: str, progress: Callable[[str], None]) -> Iterator[Check]:
    """Open a hidden window, store something, end the process, start it again and read it back.

    Args:
        engine: which engine shows the window.
        progress: is told what happens now.
    """
    token = secrets.token_hex(8)
    with TemporaryDirectory(prefix="desktop-blocks-doctor-") as folder, ListeningWatch(os.getpid()) as watch:
        progress(f"{engine}: a hidden window opens and stores something …")
        written = _start(engine, folder, token, "write")
        again = None
        if written.get("page"):
            progress(f"{engine}: started again, it reads it back …")
            again = _start(engine, folder, token, "read")
    yield from _storage(engine, token, written, again)
    yield _sockets(engine, watch)


def _start(engine: str, folder: str, token: str, what: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "desktop_app.doctor.trial", engine, folder, token, what]
    with (Path(folder) / f"{what}.log").open("w+", errors="replace") as output:
        try:
            done = subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, check=False, timeout=LIMIT)  # noqa: S603
        except subprocess.TimeoutExpired:
            return {"error": f"it did not end within {LIMIT:g} s"}
        output.seek(0)
        lines = output.read().splitlines()
    found = next((line for line in reversed(lines) if line.startswith("{")), None)
    if found is None or done.returncode:
        said = " / ".join(lines[-3:]) or "it said nothing"
        return {"error": f"the process ended with status {done.returncode}: {said}"}
    return dict(json.loads(found))


def _storage(engine: str, token: str, written: dict[str, Any], again: dict[str, Any] | None) -> Iterator[Check]:
    error = written.get("error") or (again or {}).get("error")
    if error or again is None or not again.get("page"):
        remedy = "start an app on this engine from a terminal, and read what it says"
        yield Check(SECTION, f"{engine} window", "bad", error or "the page did not load", remedy)
        return
    yield Check(SECTION, f"{engine} window", "ok", "opened, loaded the page and closed, twice")
    for name, key in (("localStorage", "local_storage"), ("app's store", "store")):
        if again[key] == token:
            yield Check(SECTION, f"{engine} {name}", "ok", "what was stored is there after a restart")
        else:
            yield Check(
                SECTION, f"{engine} {name}", "bad", "what was stored is gone after a restart",
                "look for what empties the temporary folder, or report it with this output",
            )  # fmt: skip


def _sockets(engine: str, watch: ListeningWatch) -> Check:
    name = f"{engine} sockets"
    if not Path("/proc/self/net").exists():
        return Check(SECTION, name, "none", "only Linux tells which sockets a process has")
    if watch.found:
        listed = "; ".join(sorted(watch.found))
        return Check(SECTION, name, "bad", f"something listened: {listed}", "nothing should; please report it")
    return Check(SECTION, name, "ok", f"nothing listened: {watch.looks} looks at {', '.join(sorted(watch.names))}")
