"""A clock that ticks."""

from __future__ import annotations

from dataclasses import KW_ONLY
from typing import Annotated, Any, ClassVar

from pydantic import Field

from desktop_app.components.component import Component
from desktop_app.events.event import Event


class Timer(Component):
    """Ticks at a steady pace while a window shows the app; nobody sees it. Handlers get and return its seconds.

    Args:
        value: seconds between two ticks.
        active: False lets it rest; an update with `active=True` starts it.

    Events:
        tick: so many seconds have passed. A tick that comes while its listener still runs is left out.
        change: a handler has changed its seconds.

    Example:
        >>> timer = Timer(0.5)
        >>> timer.tick(read_sensor, None, shown)
        >>> stop.click(lambda: Timer(active=False), None, timer)
    """

    kind: ClassVar[str] = "timer"
    in_tree: ClassVar[bool] = False
    change: ClassVar[Event] = Event()
    tick: ClassVar[Event] = Event(by_page=False)

    value: Annotated[float, Field(gt=0)] = 1
    _: KW_ONLY
    active: bool = True

    def postprocess(self, value: Any) -> float:
        """Take any number of seconds more than 0."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
            raise ValueError("the seconds between two ticks have to be a number more than 0")
        return value
