"""What attaching a listener gives back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop_app.events.listener import Listener


class Dependency:
    """A listener that was attached; calling it calls the author's function."""

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self.__wrapped__: Callable[..., Any] = listener.fn
        self.__name__ = listener.name
        self.__doc__ = listener.fn.__doc__

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.listener.fn(*args, **kwargs)

    def __repr__(self) -> str:
        return f"<listener {self.__name__}>"
