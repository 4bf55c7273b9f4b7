"""Values that JSON can hold."""

from __future__ import annotations

import json
from typing import Any


def to_text(value: Any) -> str:
    """Return the text a value is stored as.

    Raises:
        ValueError: if JSON cannot hold it.
    """
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except TypeError as error:
        raise ValueError(f"only JSON values can be stored ({error})") from error


def as_json(value: Any) -> Any:
    """Return a value as JSON gives it back, a copy: a tuple becomes a list.

    Raises:
        ValueError: if JSON cannot hold it.
    """
    return json.loads(to_text(value))
