"""Whether this thread is collecting garbage.

What an object does when it goes may then run in the middle of anything, so it must wait for no lock.
"""

from __future__ import annotations

import gc
import threading
from typing import Any

_collecting: int | None = None  # one thread collects at a time


def is_collecting() -> bool:
    """Tell whether what is called here is called for an object that goes."""
    return _collecting is not None and _collecting == threading.get_ident()


def _note(phase: str, _: dict[str, Any]) -> None:
    global _collecting
    _collecting = threading.get_ident() if phase == "start" else None


gc.callbacks.append(_note)
