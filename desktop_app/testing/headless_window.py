"""A window without a screen, and what a user can do in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.blocks.block import Block
from desktop_app.desktop.dialog import Dialog, FileQuestion
from desktop_app.desktop.menu_entry import MenuEntry
from desktop_app.session.session import Session
from desktop_app.state.session_state import State
from desktop_app.state.shared_component import SharedComponent
from desktop_app.testing.headless_page import HeadlessPage, Node
from desktop_app.testing.headless_surface import HeadlessSurface
from desktop_app.windows.window import Window

Target = Block | str


class HeadlessWindow:
    """One window of a `HeadlessApp`. Every action returns when nothing runs any more.

    A target is a component, its label (a button's is its text), or its elem_id. An action takes `wait=False` to
    return at once, for a test about what happens while a handler runs.

    Attributes:
        window: the app's own object for it, to ask where it is.
    """

    def __init__(self, window: Window, surface: HeadlessSurface, wait: Callable[[], None]) -> None:
        self.window = window
        self._surface = surface
        self._wait = wait

    @property
    def title(self) -> str:
        """What its title bar says."""
        return self.window.title

    @property
    def menus(self) -> list[MenuEntry]:
        """Its menu bar."""
        return self._surface.menus

    @property
    def dialog(self) -> Dialog | None:
        """The dialog that waits for the user's answer; None if there is none."""
        return self._surface.dialog

    @property
    def page(self) -> HeadlessPage:
        """What is shown."""
        return self._surface.page

    @property
    def session(self) -> Session:
        """The session of the page that is shown."""
        if self._surface.connection.session is None:
            raise RuntimeError(f"the window {self.title!r} is closed")
        return self._surface.connection.session

    @property
    def toasts(self) -> list[str]:
        """The messages that were shown since the page was loaded, oldest first."""
        return [toast["message"] for toast in self.page.toasts]

    def set(self, target: Target, value: Any, *, wait: bool = True) -> None:
        """Enter a value as the user does.

        Args:
            target: a component, its label (a button's is its text), or its elem_id.
            value: as the page has it: what the component's handlers get, for most.
            wait: False returns at once.

        Raises:
            LookupError: there is no such component, or more than one.
            AssertionError: the user could not do it: it is hidden or disabled.
            StillRunning: something runs after the time-out.
        """
        node = self._usable(target)
        self.page.edit(node, value)
        self._settle(wait)

    def click(self, target: Target, *, wait: bool = True) -> None:
        """Press it; raises as `set` does.

        Args:
            target: a component, its label (a button's is its text), or its elem_id.
            wait: False returns at once.
        """
        self.trigger(target, "click", wait=wait)

    def trigger(self, target: Target, event: str, data: Any = None, *, wait: bool = True) -> None:
        """Let any event of a component happen; raises as `set` does.

        Args:
            target: a component, its label (a button's is its text), or its elem_id.
            event: its name, such as "submit".
            data: what it carries, as the page tells it.
            wait: False returns at once.
        """
        self.page.event(self._usable(target, event)["id"], event, data)
        self._settle(wait)

    def choose(self, *labels: str, wait: bool = True) -> None:
        """Choose an entry of a menu, such as `window.choose("File", "New Window")`.

        Args:
            labels: of the menu, of menus inside of it, and of the entry.
            wait: False returns at once.

        Raises:
            LookupError: there is none of that name.
            AssertionError: it is greyed.
        """
        self._surface.choose(*labels)
        self._settle(wait)

    def press(self, keys: str, *, wait: bool = True) -> None:
        """Press the shortcut of a menu's entry; raises as `choose` does.

        Args:
            keys: such as "Ctrl+N".
            wait: False returns at once.
        """
        self._surface.press(keys)
        self._settle(wait)

    def answer(self, answer: Any, *, wait: bool = True) -> None:
        """Answer the dialog that waits.

        Args:
            answer: a button's text, a path, a list of them, or None for who closes it.
            wait: False returns at once.

        Raises:
            AssertionError: no dialog waits.
        """
        assert self.dialog is not None, "no dialog waits for an answer"
        paths = answer if isinstance(answer, list | tuple) else [answer]
        is_file = isinstance(self.dialog, FileQuestion) and answer is not None
        self._surface.answer([Path(path) for path in paths] if is_file else answer)
        self._settle(wait)

    def drop(self, *files: Path | str, wait: bool = True) -> None:
        """Drop files on the window.

        Args:
            files: their paths; they need not be there.
            wait: False returns at once.
        """
        self._surface.drop([Path(file) for file in files])
        self._settle(wait)

    def value(self, target: Target) -> Any:
        """Return what the page shows; for state what is held.

        Args:
            target: a component, its label (a button's is its text), or its elem_id.
        """
        if isinstance(target, State | SharedComponent):
            return self.session.values[target]
        return self._find(target)["props"]["value"]

    def visible(self, target: Target) -> bool:
        """Tell whether the user sees it.

        Args:
            target: a component, its label (a button's is its text), or its elem_id.
        """
        return self.page.shown(self._find(target))

    def property(self, target: Target, name: str) -> Any:
        """Return a property as the page has it.

        Args:
            target: a component, its label (a button's is its text), or its elem_id.
            name: of the property, such as "interactive".
        """
        return self._find(target)["props"][name]

    def status(self, target: Target) -> dict[str, Any] | None:
        """Return what the component shows of a listener that is not done, such as its "bars"; None for nothing.

        Args:
            target: a component, its label (a button's is its text), or its elem_id.
        """
        return self.page.statuses.get(self._find(target)["id"])

    def problem(self, target: Target) -> str | None:
        """Return what a validator has found wrong with the component's value; None for nothing.

        Args:
            target: a component, its label (a button's is its text), or its elem_id.
        """
        return self.page.problems.get(self._find(target)["id"])

    def inspect(self) -> None:
        """Press Ctrl+Shift+D, the key of the state inspector; see `HeadlessApp.inspector`."""
        self.page.say("inspect")
        self._wait()

    def reload(self) -> None:
        """Load the page again, as the user does by View → Reload."""
        self._surface.reload()
        self._wait()

    def close(self) -> None:
        """Close the window, as the user does: its `closing` listeners may keep it open."""
        self._surface.close()
        self._wait()

    def _settle(self, wait: bool) -> None:
        if wait:
            self._wait()

    def _usable(self, target: Target, event: str = "input") -> Node:
        node = self._find(target)
        if not self.page.shown(node):
            raise AssertionError(f"{target!r} is hidden: no user could do that")
        block = self.session.scene.block(node["id"])
        declared = block.known_events().get(event) if block is not None else None
        always = declared is not None and declared.when_read_only
        if node["props"].get("interactive") is False and not always:
            raise AssertionError(f"{target!r} is disabled: no user could do that")
        return node

    def _find(self, target: Target) -> Node:
        if not self._surface.open:
            raise RuntimeError(f"the window {self.title!r} is closed")
        if isinstance(target, Block):
            found = [node for node in self.page.nodes.values() if node["id"] == target.id]
        else:
            found = [node for node in self.page.nodes.values() if target in _names(node)]
        if len(found) != 1:
            names = sorted({name for node in self.page.nodes.values() for name in _names(node)})
            count = "more than one" if found else "no"
            raise LookupError(f"there is {count} component {target!r} in the page; it has: {', '.join(names)}")
        return found[0]


def _names(node: Node) -> list[str]:
    props = node["props"]
    label = props["value"] if node["kind"] == "button" else props.get("label")
    return [name for name in (label, props.get("elem_id")) if name]
