"""What a measured program is asked to do, by its words: ENGINE [second|many] [JOB…]."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

from tests.benchmarks.programs.say import say

WINDOWS = {"second": 1, "many": 100}


@dataclass
class Asked:
    """What the words say.

    Args:
        engine: the web engine.
        jobs: what the page is to do.
        left: windows that are still to be opened, one after another.
        close: whether the one before is closed then.
    """

    engine: str
    jobs: list[str]
    left: int
    close: bool

    def heard(self, words: str) -> bool:
        """Pass on what a page reports, and return whether that was its last report."""
        report = json.loads(words)
        say(report["name"], report["value"])
        return bool(report["name"] == ("done" if self.jobs else "usable"))


def asked() -> Asked:
    """Read the words that this program was started with."""
    engine, *jobs = sys.argv[1:]
    more = jobs.pop(0) if jobs and jobs[0] in WINDOWS else ""
    return Asked(engine, jobs, WINDOWS.get(more, 0), more == "many")
