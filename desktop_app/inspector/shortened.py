"""Any value in one short line."""

from __future__ import annotations

import reprlib
from itertools import islice
from typing import Any

LIMIT = 120  # characters
MASK = "••••••"


def shortened(value: object) -> str:
    """Return about what `repr` says, whatever the value is: it never raises, and a large value takes no time."""
    try:
        text = " ".join(_short.repr(value).split())
    except Exception as error:  # the author's __repr__, or a handler that changes the value meanwhile
        text = f"<{type_name(value)}: its repr failed with {type(error).__name__}>"
    return text if len(text) <= LIMIT else f"{text[: LIMIT - 1]}…"


def type_name(value: object) -> str:
    """Return what its class is called."""
    return type(value).__name__


class _Short(reprlib.Repr):
    """Looks only at what it shows, and in the order it is held."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 4
        self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = self.maxdeque = self.maxdict = 12
        self.maxstring = self.maxother = self.maxlong = LIMIT
        self.fillvalue = "…"

    def repr_dict(self, x: dict[Any, Any], level: int) -> str:
        if level <= 0 and x:
            return "{…}"
        parts = [f"{self.repr1(k, level - 1)}: {self.repr1(v, level - 1)}" for k, v in islice(x.items(), self.maxdict)]
        return f"{{{_joined(parts, len(x))}}}"

    def repr_set(self, x: set[Any], level: int) -> str:
        if not x:
            return "set()"
        return f"{{{_joined([self.repr1(item, level - 1) for item in islice(x, self.maxset)], len(x))}}}"

    def repr_frozenset(self, x: frozenset[Any], level: int) -> str:
        return f"frozenset({self.repr_set(set(islice(x, self.maxset + 1)), level) if x else ''})"

    def repr_bytes(self, x: bytes, level: int) -> str:
        return repr(x[:LIMIT])

    def repr_bytearray(self, x: bytearray, level: int) -> str:
        return repr(x[:LIMIT])

    def repr_instance(self, x: Any, level: int) -> str:
        return repr(x)


def _joined(parts: list[str], count: int) -> str:
    return ", ".join([*parts, "…"] if count > len(parts) else parts)


_short = _Short()
