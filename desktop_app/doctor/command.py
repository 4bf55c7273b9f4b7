"""The command `desktop-blocks doctor`."""

from __future__ import annotations

import argparse

from desktop_app.doctor.check import Check
from desktop_app.doctor.examine import examine
from desktop_app.doctor.output import Progress, as_json, lines, verdict, well


def run(options: argparse.Namespace) -> int:
    """Examine this machine and return the exit status: 0 if all is well, 1 if something has to be put right."""
    progress = Progress()
    checks: list[Check] = []
    for check in examine(progress):
        progress.clear()
        if not options.json:
            print("\n".join(lines(check, checks[-1].section if checks else None)), flush=True)
        checks.append(check)
    print(as_json(checks) if options.json else f"\n{verdict(checks)}")
    return 0 if well(checks) else 1
