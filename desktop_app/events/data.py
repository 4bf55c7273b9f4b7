"""What an event carries beside the values of its inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.blocks.block import Block


class EventData:
    """What happened, for a handler that annotates a parameter with it.

    Args:
        target: the block whose event it is; None for a load.
        value: the event's own data, as the page sent it.

    The entries of the data can be read as attributes: `data.index` is `data.value["index"]`.
    """

    def __init__(self, target: Block | None, value: Any = None) -> None:
        self.target = target
        self.value = value

    def __getattr__(self, name: str) -> Any:
        value = self.__dict__.get("value")
        if isinstance(value, dict) and name in value:
            return value[name]
        raise AttributeError(f"{type(self).__name__} has no {name!r}; this event carries {value!r}")
