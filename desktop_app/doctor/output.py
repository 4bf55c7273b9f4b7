"""What the doctor says, for people and for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict

from desktop_app.doctor.check import Check

SIGNS = {"ok": "✓", "bad": "✗", "none": "–"}
PLAIN_SIGNS = {"ok": "+", "bad": "x", "none": "-"}
NAME_WIDTH = 18


class Progress:
    """Tells on standard error what happens now; on a terminal the line is gone when it is over."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._shown = 0

    def __call__(self, what: str) -> None:
        if self._terminal:
            self.clear()
            self._shown = len(what)
            print(what, end="", file=sys.stderr, flush=True)
        else:
            print(what, file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            print("\r" + " " * self._shown + "\r", end="", file=sys.stderr, flush=True)
            self._shown = 0


def lines(check: Check, section: str | None) -> list[str]:
    """Return what people read of a check; `section` is the one of the check before."""
    encoding = sys.stdout.encoding or "ascii"
    signs = SIGNS if _can_write("".join(SIGNS.values()), encoding) else PLAIN_SIGNS
    heading = [] if check.section == section else ([""] if section else []) + [check.section]
    said = [*heading, f"  {signs[check.result]} {check.name:<{NAME_WIDTH}} {check.detail}"]
    for number, line in enumerate(check.remedy.splitlines()):
        said.append(f"    {'' if number else 'To do:':<{NAME_WIDTH}} {line}")
    return said if signs is SIGNS else [line.encode(encoding, "replace").decode(encoding) for line in said]


def verdict(checks: Iterable[Check]) -> str:
    """Return the last line."""
    bad = sum(check.result == "bad" for check in checks)
    if not bad:
        return "All is well."
    return "One thing is to be put right." if bad == 1 else f"{bad} things are to be put right."


def as_json(checks: list[Check]) -> str:
    """Return all checks for programs: {"ok": bool, "checks": [{section, name, result, detail, remedy}]}."""
    return json.dumps({"ok": well(checks), "checks": [asdict(check) for check in checks]}, indent=2, ensure_ascii=False)


def well(checks: Iterable[Check]) -> bool:
    """Whether nothing has to be put right."""
    return not any(check.result == "bad" for check in checks)


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
