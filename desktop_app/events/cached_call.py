"""What two calls of a function are compared by."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Hashable
from typing import Any

from desktop_app.blocks.block import Block
from desktop_app.events.cache import Cache
from desktop_app.events.data import EventData
from desktop_app.events.progress import Progress
from desktop_app.events.properties import Properties
from desktop_app.state.fingerprint import fingerprint

Key = Callable[[dict[str, Any]], Any]


class Comparison:
    """Tells equal calls of a function from others: by the content of their arguments, wherever those are written.

    A Progress or a Cache among the arguments makes no difference.

    Args:
        fn: the function; of a bound method also the object counts.
        key: gets the arguments by name and returns what to compare by, in place of all of them.
    """

    def __init__(self, fn: Callable[..., Any], key: Key | None) -> None:
        self._owner = getattr(fn, "__self__", None) if inspect.ismethod(fn) else None
        self._key = key
        try:
            self._signature: inspect.Signature | None = inspect.signature(fn)
        except (TypeError, ValueError):  # some builtins have none
            self._signature = None

    def of(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Hashable:
        """Return something that is equal for calls that are.

        Raises:
            TypeError: the function does not take these arguments.
        """
        arguments = self._by_name(args, kwargs)
        content = self._key(arguments) if self._key is not None else arguments
        return fingerprint((self._owner, _content(content)))

    def _by_name(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        if self._signature is None:
            return {"args": args, **kwargs}
        bound = self._signature.bind(*args, **kwargs)
        bound.apply_defaults()
        return dict(bound.arguments)


def _content(value: Any) -> Any:
    """Return what a value is compared by: a component by who it is, what was handed in for one run by what it says."""
    if isinstance(value, Progress | Cache):
        return None
    if isinstance(value, Block):
        return Block, value.id
    if isinstance(value, EventData):
        return type(value), _content(value.target), value._data
    if isinstance(value, Properties):
        return Properties, vars(value)
    if type(value) is dict:
        return {_content(key) if isinstance(key, Block) else key: _content(part) for key, part in value.items()}
    return value
