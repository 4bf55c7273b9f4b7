"""What a benchmark ran on."""

from __future__ import annotations

import os
import platform
from datetime import date
from pathlib import Path


def machine() -> str:
    """Return processor, cores, system, Python and the day, in one line."""
    return (
        f"{_processor()} ({os.cpu_count()} cores), {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {date.today().isoformat()}"
    )


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or "an unnamed processor"
