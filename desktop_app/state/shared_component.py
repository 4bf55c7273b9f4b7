"""State whose value all windows share."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

from desktop_app.components.component import Component
from desktop_app.events.event import Event
from desktop_app.state.cell import Cell


class SharedComponent(Component):
    """The base of GlobalState and BrowserState; its live side is a cell."""

    in_tree: ClassVar[bool] = False
    verb: ClassVar[str] = "hold"
    change: ClassVar[Event] = Event()

    @property
    @abstractmethod
    def cell(self) -> Cell:
        """The live side, the same for all states of one key."""

    def postprocess(self, value: Any) -> Any:
        """Take what the form allows.

        Raises:
            ValueError: it is not of the type, or JSON cannot hold it.
        """
        return self.cell.form.check(value)
