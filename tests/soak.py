"""How long the long tests are."""

from __future__ import annotations

import os


def rounds(quick: int, full: int) -> int:
    """Return how often a long test repeats itself: `quick` in `make test`, `full` in `make soak`."""
    return full if os.environ.get("SOAK") else quick
