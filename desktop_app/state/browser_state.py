"""State that stays when the app is closed."""

from __future__ import annotations

import copy
import json
from dataclasses import KW_ONLY
from typing import Any, ClassVar

from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError
from desktop_app.events.event import Event


class BrowserState(Component):
    """A JSON value kept in the webview's `localStorage`, shared by all windows of the app and there at the next start.

    Args:
        default_value: what it is while nothing is stored.
        storage_key: the name it is stored under; by default made from the app's id and its place among the app's
            BrowserStates, so it stays the same from run to run.
        render: False leaves it out until `render()` is called.

    Raises:
        DeclarationError: if the default is no JSON value.

    Example:
        >>> settings = BrowserState({"theme": "dark"})
        >>> demo.load(lambda settings: settings["theme"], settings, theme)
    """

    kind: ClassVar[str] = "browserstate"
    in_tree: ClassVar[bool] = False
    change: ClassVar[Event] = Event()

    default_value: Any = None
    _: KW_ONLY
    storage_key: str | None = None

    def __post_init__(self) -> None:
        try:
            self.default_value = self.postprocess(self.default_value)
        except ValueError as error:
            raise DeclarationError(f"BrowserState({self.default_value!r:.200}): {error}") from error
        super().__post_init__()

    def declared(self) -> None:
        """Take the default key from the app and the place among its BrowserStates."""
        if self.storage_key is None and self.declared_in is not None:
            place = sum(isinstance(block, BrowserState) for block in self.declared_in.blocks.values())
            self.storage_key = f"{self.declared_in.app_id}-{place}"

    def initial(self) -> Any:
        """Return the default, each time a value of its own."""
        return copy.deepcopy(self.default_value)

    def preprocess(self, value: Any) -> Any:
        """Hand over a copy: what a handler does to it is kept only if it returns it."""
        return copy.deepcopy(value)

    def postprocess(self, value: Any) -> Any:
        """Take what JSON can hold, as JSON would give it back: a tuple becomes a list."""
        return json.loads(to_text(value))


def to_text(value: Any) -> str:
    """Return the text a value is stored as.

    Raises:
        ValueError: if JSON cannot hold it.
    """
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except TypeError as error:
        raise ValueError(f"only JSON values can be stored ({error})") from error
