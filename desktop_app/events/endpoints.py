"""The names by which Python code calls listeners."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop_app.events.listener import Listener


@dataclass(frozen=True)
class Endpoint:
    """A listener that can be called by a name.

    Attributes:
        name: its name.
        listener: what is called.
        description: what it does; empty if nobody says.
        listed: whether it is shown among the names.
    """

    name: str
    listener: Listener
    description: str
    listed: bool


def endpoints(listeners: Iterable[Listener]) -> dict[str, Endpoint]:
    """Return what can be called, by name; a name that is taken gets a number behind it."""
    found: dict[str, Endpoint] = {}
    for listener in listeners:
        if listener.fn is None or listener.api_name is False or listener.api_visibility == "private":
            continue
        name = free = (listener.api_name or re.sub(r"\W", "", listener.name)).strip("/")
        number = 0
        while free in found:
            number += 1
            free = f"{name}_{number}"
        found[free] = Endpoint(free, listener, _description(listener), listener.api_visibility == "public")
    return found


def _description(listener: Listener) -> str:
    given: Any = listener.api_description
    return (listener.fn.__doc__ or "" if given is None else given or "").strip()
