"""Chromium's sandbox, which Qt's engine comes with."""

from __future__ import annotations

import os

from .environment import CHROMIUM_FLAGS


def refuses_root() -> str | None:
    """What to do where Chromium would end the process at its start, as its sandbox does not run for root; else None."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    off = os.environ.get("QTWEBENGINE_DISABLE_SANDBOX") == "1" or "--no-sandbox" in os.environ.get(CHROMIUM_FLAGS, "")
    if off:
        return None
    return (
        "Chromium's sandbox refuses root: start apps as an ordinary user.\n"
        "In a container for tests alone: export QTWEBENGINE_DISABLE_SANDBOX=1"
    )
