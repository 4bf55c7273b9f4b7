"""State whose value all windows share."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

from desktop_app.components.component import Component
from desktop_app.errors import HandlerError
from desktop_app.events.event import Event
from desktop_app.state.cell import Cell
from desktop_app.state.shared import Definition, shared


class SharedComponent(Component):
    """The base of GlobalState and BrowserState; its live side is a cell."""

    in_tree: ClassVar[bool] = False
    computed: ClassVar[bool] = False
    verb: ClassVar[str] = "hold"
    change: ClassVar[Event] = Event()

    @property
    @abstractmethod
    def definition(self) -> Definition:
        """What its live side is made by.

        Raises:
            DeclarationError: it has no key yet.
        """

    @property
    def cell(self) -> Cell:
        """The live side, the same for all states of one key."""
        return shared.cell(self.definition)

    def to_page(self, value: Any) -> Any:
        """Do `postprocess`, with an error that names the state, and tells nothing of a secret."""
        if not self.cell.form.secret:
            return super().to_page(value)
        try:
            return self.postprocess(value)
        except (TypeError, ValueError):
            raise HandlerError(f"{self.name} cannot hold that value.") from None

    def postprocess(self, value: Any) -> Any:
        """Take what the form allows.

        Raises:
            ValueError: it is not of the type, or JSON cannot hold it.
        """
        return self.cell.form.check(value)
