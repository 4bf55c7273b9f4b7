"""What one session holds: each component's value, and the properties that were changed for it alone."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from desktop_app.blocks.block import Block
from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError
from desktop_app.events.listener import Listener
from desktop_app.session.lifetimes import Lifetimes
from desktop_app.session.refused import Refused, reason
from desktop_app.state.last_write import LastWrite, Writer
from desktop_app.state.renewed import alike
from desktop_app.state.session_state import State
from desktop_app.state.shared_component import SharedComponent

B = TypeVar("B", bound=Block)
USER = Writer("the user")


class Values:
    """The live side of declared blocks; the declarations themselves never change.

    Args:
        blocks: what was declared.
        listeners: decide which components the user can change by default.
        lifetimes: holds the values of its States.
    """

    def __init__(self, blocks: Iterable[Block], listeners: Iterable[Listener], lifetimes: Lifetimes) -> None:
        self._views: dict[Block, Block] = {}
        self._values: dict[Block, Any] = {}
        self._states = lifetimes
        self._only_written: set[Block] = set()
        self.edits: Counter[Block] = Counter()  # how often the user has changed each value
        self.last_writes: dict[Block, LastWrite] = {}  # of what is no longer as it was at the start
        self.add(blocks, listeners)

    def add(
        self, blocks: Iterable[Block], listeners: Iterable[Listener], predecessors: Mapping[Block, Block] | None = None
    ) -> None:
        """Hold the values of these blocks, which start as they were declared.

        Args:
            blocks: all that are new.
            listeners: decide which of them the user can change by default.
            predecessors: the blocks that were there before with the same key; what is to be kept of them is.
        """
        predecessors = predecessors or {}
        written = {output for listener in listeners for output in listener.outputs}
        read = {given for listener in listeners for given in listener.inputs}
        for block in blocks:
            if block in written and block not in read:
                self._only_written.add(block)
            before = predecessors.get(block)
            if isinstance(block, State):
                if not (
                    before is not None and "value" in block.preserved_by_key and self._states.hand_over(before, block)
                ):
                    self._states[block] = block.initial()
            elif isinstance(block, Component) and not isinstance(block, SharedComponent):
                self._values[block] = block.initial()
            if before is not None:
                self._inherit(block, before)

    def succeed(self, before: Values, pairs: Iterable[tuple[Block, Block]]) -> None:
        """Take over what another session holds.

        Args:
            before: of the other session.
            pairs: a block of its, and the one here that has taken its place.
        """
        for old, new in pairs:
            with contextlib.suppress(ValueError, DeclarationError):  # it does not fit any more
                if isinstance(old, State) and isinstance(new, State):
                    if alike(old.value, new.value):
                        self._states.take_over(before._states, old, new)
                elif old in before._values and new in self._values:
                    self._succeed_value(before._values[old], old, new)
                elif (name := new.remembered) is not None and getattr(old, name) == getattr(new, name):
                    self.change(new, new.changed({name: getattr(before.view(old), name)}))

    def _succeed_value(self, value: Any, old: Block, new: Block) -> None:
        assert isinstance(old, Component)
        assert isinstance(new, Component)
        if same(old.initial(), self._values[new]):
            self._values[new] = new.accept(value)

    def _inherit(self, block: Block, before: Block) -> None:
        self.edits[block] = self.edits[before]
        old, names = self.view(before), block.preserved_by_key
        properties = {name: getattr(old, name) for name in names if name != "value"}
        if properties:
            self.change(block, block.changed(properties))
        if "value" in names and isinstance(block, Component) and before in self._values:
            with contextlib.suppress(ValueError):  # it may have other choices now
                self._values[block] = self.view(block).accept(self._values[before])

    def remove(self, block: Block) -> None:
        """The block is there no more; what it held ends."""
        if isinstance(block, State):
            self._states.drop(block)
        for kept in (self._views, self._values, self.edits, self.last_writes):
            kept.pop(block, None)
        self._only_written.discard(block)

    def __getitem__(self, component: Block) -> Any:
        """Return the value as the page holds it, or the state itself; None for a layout."""
        if isinstance(component, State):
            return self._states[component]
        if isinstance(component, SharedComponent):
            return component.cell.value
        return self._values.get(component)

    def __setitem__(self, component: Block, value: Any) -> None:
        if isinstance(component, State):
            self._states[component] = value
        else:
            self._values[component] = value

    def on_page(self, component: Block) -> Any:
        """Return the value as the page has it; None for what the page never hears of."""
        return self._values.get(component) if component.in_tree else None

    def wrote(self, blocks: Iterable[Block]) -> None:
        """Note that the listener that runs here has changed these."""
        for block in blocks:
            self.last_writes[block] = LastWrite.now()

    def look_at(self, component: Block) -> Any:
        """Return the value itself, not to be changed; unlike reading it, this brings no expired State back."""
        return self._states.held(component) if isinstance(component, State) else self._values.get(component)

    def view(self, block: B) -> B:
        """Return the block with the properties it has in this session."""
        return self._views.get(block, block)  # type: ignore[return-value]

    def change(self, block: Block, view: Block) -> None:
        """Let the block have the properties of `view` in this session."""
        self._views[block] = view

    def argument(self, component: Block, value: Any) -> Any:
        """Return what a handler gets for a component whose page value is `value`."""
        view = self.view(component)
        return view.preprocess(value) if isinstance(view, Component) else value

    def properties(self, block: Block, names: Iterable[str] | None = None) -> dict[str, Any]:
        """Return what the page needs to show the block.

        Args:
            block: one that the page hears of.
            names: leave out all but these.
        """
        view = self.view(block)
        known = view.page_names()
        properties = {name: getattr(view, name) for name in (known if names is None else known.intersection(names))}
        if isinstance(view, Component) and block.in_tree and (names is None or "value" in names):
            properties["value"] = self._values[block]
        if "interactive" in properties:
            properties["interactive"] = self.interactive(block)
        return properties

    def interactive(self, block: Block) -> bool:
        """Tell whether the user can use it: as it says, else everything but what only listeners write."""
        said = getattr(self.view(block), "interactive", True)
        return block not in self._only_written if said is None else bool(said)

    def shown(self, block: Block) -> bool:
        """Tell whether the block is in the page, and everything around it."""
        while block.parent is not None:
            if self.view(block).visible is False:
                return False
            block = block.parent
        return True

    def edit(self, component: Block, untrusted: object) -> bool:
        """Take a value that the user entered, or the state of a layout; return whether it is a value, and another one.

        Raises:
            Refused: the page could not have sent it.
        """
        view = self.view(component)
        if view.remembered is not None and self.shown(component):
            return self._remember(component, view.remembered, untrusted)
        if not isinstance(view, Component) or not view.editable:
            raise Refused(f"{component.name} cannot be edited")
        if not self.shown(component) or not self.interactive(component):
            raise Refused(f"{component.name} is hidden or disabled")
        try:
            value = view.accept(untrusted)
        except ValueError as error:
            raise Refused(f"{component.name} cannot have that value{reason(error)}") from error
        if same(value, self._values[component]):
            return False
        self._values[component] = value
        self.edits[component] += 1
        self.last_writes[component] = LastWrite.now(USER)
        return True

    def _remember(self, block: Block, name: str, untrusted: object) -> bool:
        if not isinstance(untrusted, bool | int | str):
            raise Refused(f"{block.name} cannot be like that")
        try:
            self.change(block, self.view(block).changed({name: untrusted}))
        except DeclarationError as error:
            raise Refused(str(error)) from error
        return False


def same(one: Any, other: Any) -> bool:
    """Tell whether two JSON values are the same; unlike in Python, 1, 1.0 and true are not."""
    if one is other:
        return True
    if type(one) is not type(other) or one != other:
        return False
    if isinstance(one, list):
        return all(map(same, one, other))
    return not isinstance(one, dict) or all(same(item, other[key]) for key, item in one.items())
