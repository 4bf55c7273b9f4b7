"""What was looked at, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Check:
    """One thing that was looked at.

    Attributes:
        section: the heading it stands under.
        name: what was looked at.
        result: "ok", "bad" for what has to be put right, "none" for what is not there and need not be.
        detail: what was found.
        remedy: the line that puts it right, or what to do; "" if nothing has to be done.
    """

    section: str
    name: str
    result: Literal["ok", "bad", "none"]
    detail: str
    remedy: str = ""
