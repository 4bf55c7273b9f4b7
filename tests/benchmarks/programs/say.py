"""What a measured program says to the one who measures: a JSON line, with the moment."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any


def say(name: str, value: Any = None) -> None:
    """Say what was measured, when, and how much memory the process holds."""
    moment = time.monotonic()  # all processes of a machine share this clock
    line = json.dumps({"name": name, "value": value, "at": moment, "memory": memory()})
    os.write(1, f"\n@@{line}\n".encode())


def memory() -> float:
    """The MB that this process alone holds or shares: its proportional share."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
