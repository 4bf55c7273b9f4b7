"""The live side of one page load of one window."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from desktop_app.blocks.block import Block
from desktop_app.blocks.blocks import Blocks
from desktop_app.blocks.menu import MenuItem
from desktop_app.blocks.own_window import OwnWindow
from desktop_app.components import uploads
from desktop_app.components.component import Component
from desktop_app.components.timer import Timer
from desktop_app.events.cache_store import forget_session
from desktop_app.events.data import EventData
from desktop_app.events.listener import Listener
from desktop_app.events.request import Request
from desktop_app.events.toast import Toast
from desktop_app.session.browser_copies import reconcile
from desktop_app.session.call import Call
from desktop_app.session.calls import Calls
from desktop_app.session.cause import Cause
from desktop_app.session.followers import Followers
from desktop_app.session.gatherings import Gatherings
from desktop_app.session.inputs import Inputs
from desktop_app.session.journal import Journal, Run
from desktop_app.session.lifetimes import Lifetimes
from desktop_app.session.page import Page
from desktop_app.session.refused import Refused, reason
from desktop_app.session.runner import Runner
from desktop_app.session.scene import Scene
from desktop_app.session.scripts import Scripts
from desktop_app.session.statuses import Statuses
from desktop_app.session.steps import steps
from desktop_app.session.throttle import Throttle
from desktop_app.session.timers import Timers
from desktop_app.session.values import Values, same
from desktop_app.state.session_state import State
from desktop_app.texts import text

log = logging.getLogger("desktop_app")


class Session:
    """One page load of one window: its values, its running listeners, its clean-up.

    Args:
        blocks: what was declared.
        page: what shows it.
        runner: runs the listeners of all sessions.
        request: names this session for handlers.
        journal: hears what happens; None for a session that nobody is to look at.
    """

    def __init__(
        self, blocks: Blocks, page: Page, runner: Runner, request: Request, journal: Journal | None = None
    ) -> None:
        self.blocks = blocks
        self.page = page
        self.request = request
        self.runner = runner
        self.journal = journal
        self.scene = Scene(blocks)
        self._lifetimes = Lifetimes(runner.clock, runner.cleanup, self._expired)
        self.values = Values(blocks.blocks.values(), blocks.listeners, self._lifetimes)
        self.lock = threading.RLock()
        self._ended = False  # for good
        self.shown = True  # False while the session of a closed window is kept
        self._resumed = False
        self.calls = Calls()
        self.followers = Followers(self)
        self.statuses = Statuses(self, runner.clock)
        self.timers = Timers(self, runner.clock)
        self.scripts = Scripts(page, runner.activity)
        self.gatherings = Gatherings(page, runner.clock)
        self.menu_changed: Callable[[], None] = lambda: None  # whoever shows the menus says what to do then
        self._throttle = Throttle(runner.clock, self.run)

    @property
    def ended(self) -> bool:
        """Whether the page has gone; whatever a handler still returns goes nowhere."""
        return self._ended or not self.shown

    def define_scripts(self) -> None:
        """Bring the author's scripts into the page."""
        self.scripts.define(self.blocks.listeners)
        self.scripts.include(self.blocks.additions.head_scripts)
        self.scripts.start(self.blocks.additions.scripts)

    def start(self, stored: Mapping[str, str] | None) -> None:
        """Run the `load` listeners, and the `change` listeners of what the load changed; follow what is shared.

        Args:
            stored: the entries of the page's `localStorage`, by key; None if it has none.
        """
        shared = self.followers.shared
        reconcile(shared.browser_states, stored, self.page)
        for error in shared.begin(self, self.followers.of_writes_elsewhere):
            self.toast(Toast("error", text("Not connected"), str(error), None))
        self._note("reopened" if self._resumed else "load")
        self.timers.start_all()
        if self._resumed:
            self.followers.of_what_was_missed()
        else:
            self.followers.of_load()

    def receive(self, target: int, event: str, data: Any, edits: Mapping[int, object], number: int) -> None:
        """Act upon what the user did.

        Args:
            target: the id of the block it was done to.
            event: what happened to it.
            data: the event's own data.
            edits: the values the user entered since the last message, by the id of their component.
            number: counts the events of this load.

        Raises:
            Refused: the page could not have sent it; the edits that it could have sent are kept.
        """
        with self.lock:
            if self.ended:
                raise Refused("the session has ended")
            self.page.heard(number, edits)
            edited = self._merge(edits)
            block = self._block(target)
            declared = block.known_events().get(event)
            if declared is None or not declared.by_page:
                raise Refused(f"{block.name} has no event {event!r} for the page to send")
            usable = declared.when_read_only or self.values.interactive(block)
            if not usable or not self.values.shown(block):
                raise Refused(f"{block.name} is hidden or disabled")
            try:
                data = self.values.view(block).event_data(event, data)
            except ValueError as error:
                raise Refused(f"{block.name}.{event} cannot carry that{reason(error)}") from error
            self._note(f"{block.name}.{event}")
            for listener in self._listeners(block, event):
                start = self._throttle.run if event == "stream" else self.run
                start(listener, Cause(EventData(block, data), edited))

    def suspend(self) -> None:
        """The window was closed: stop what runs at its next step, and keep the values."""
        with self.lock:
            self.shown = False
            self._stop()
        self._note("closed, and kept for a while")

    def resume(self, page: Page) -> None:
        """Another window shows this session from here on; its `load` listeners do not run again."""
        with self.lock:
            self.page = page
            self.timers = Timers(self, self.runner.clock)
            self.scripts = Scripts(page, self.runner.activity)
            self.gatherings = Gatherings(page, self.runner.clock)
            self.shown = self._resumed = True

    def end(self) -> None:
        """Stop what runs at its next step, end the States and run the `unload` listeners; once."""
        with self.lock:
            if self._ended:
                return
            self._ended = True
            self._stop()
        self._note("unload")
        self.followers.shared.end(self)
        forget_session(self.request.session_hash)
        uploads.forget_session(self.request.session_hash)
        for listener in self.blocks.listeners_on(Blocks, "unloading"):
            self.runner.cleanup.run(f"{listener.name} (unload)", partial(self._unload, listener))
        self._lifetimes.end()

    def toast(self, toast: Toast) -> None:
        """Show the user a message."""
        if not self.ended:
            self.page.toast(toast)
            self.page.flush()

    def _note(self, what: str) -> None:
        if self.journal is not None:
            self.journal.note(self.request.window, what)

    def _expired(self, state: State) -> None:
        self.values.last_writes.pop(state, None)
        self._note(f"{state.name} expired")

    def run(self, listener: Listener, cause: Cause) -> None:
        """Start a listener with its inputs as they are now; States are read when it runs, being shared objects."""
        with self.lock:
            if self.ended or not self.calls.may_begin(listener, cause):
                cause.over()
                return
            call = Call(self, listener, Inputs.now(listener, self.values, cause), cause)
            self.calls.begin(call)
        call.begin()

    def window_listeners(self, event: str) -> list[Listener]:
        """Return the listeners on an event of `Blocks.window`."""
        return self.blocks.listeners_on(OwnWindow, event)

    def happened(self, block: Block, event: str, data: Any = None) -> None:
        """Something has happened that the page does not tell of: to the window, or to a menu."""
        self._note(f"{block.name}.{event}")
        listeners = self._listeners(block, event)

        def run_all() -> None:
            for listener in listeners:
                self.run(listener, Cause(EventData(block, data)))

        if listeners:
            self.gatherings.then(run_all)

    def gathered(self, gathering: int, edits: Mapping[int, object], number: int) -> None:
        """Take what the user had entered when it was asked for.

        Args:
            gathering: whose answer it is.
            edits: the values, by the id of their component.
            number: counts the events of this load.

        Raises:
            Refused: the session has ended.
        """
        with self.lock:
            if self.ended:
                raise Refused("the session has ended")
            self.page.heard(number, edits)
            self._merge(edits)
        self.gatherings.taken(gathering)

    def choose(self, item: MenuItem) -> None:
        """The user has chosen an entry of a menu; one with a mark has the other state from here on."""
        with self.lock:
            view = self.values.view(item)
            if self.ended or not view.interactive:
                return
            if view.checked is not None:
                view = view.changed({"checked": not view.checked})
                self.values.change(item, view)
                self.menu_changed()
        self.happened(item, "click", view.checked)

    def ask(
        self,
        listener: Listener,
        values: Sequence[object],
        done: Callable[[Call], None],
        data: EventData | None = None,
    ) -> None:
        """Run a listener for code that wants its answer.

        Args:
            listener: what to run.
            values: the inputs as the page would have them, without those that the page never hears of; those that
                are left out are as they are. For a function that has no inputs, its arguments.
            done: is called at its end.
            data: what it is told of the event.

        Raises:
            ValueError: an input cannot have such a value, or there are too many.
        """
        cause = Cause(data or EventData(None))
        inputs = Inputs.now(listener, self.values, cause)
        asked = [block for block in listener.inputs if block.in_tree]
        if not listener.inputs and not listener.triggers:
            inputs = replace(inputs, arguments=tuple(values))
        elif len(values) > len(asked):
            raise ValueError(f"{listener.name} takes {len(asked)} value(s), not {len(values)}")
        for block, value in zip(asked, values, strict=False):
            view = self.values.view(block)
            try:
                inputs.values[block] = view.accept(value) if isinstance(view, Component) else value
            except ValueError as error:
                raise ValueError(f"{block.name} cannot have the value {value!r:.200}: {error}") from error
        call = Call(self, listener, inputs, cause, done)
        with self.lock:
            self.calls.begin(call)
        call.begin()

    def cancel(self, listener: Listener) -> None:
        """Stop what runs of a listener, and what waits."""
        with self.lock:
            self.calls.cancel(listener)

    def write_values(self, values: Mapping[Block, Any]) -> list[Block]:
        """Let components have these values, as the page has them; return those whose value was another."""
        changed = []
        with self.lock:
            for block, value in values.items():
                if not same(value, self.values[block]):
                    self.values[block] = value
                    self.show_changed(block, ["value"])
                    changed.append(block)
            self.page.flush()
        return changed

    def show_changed(self, block: Block, names: Iterable[str]) -> None:
        """Let the page show properties of a block as they are now; a timer follows them."""
        if block.in_tree:
            self.page.update(block.id, self.values.properties(block, names))
        elif isinstance(block, Timer):
            self.timers.start(block)
        elif isinstance(block, MenuItem):
            self.menu_changed()

    def _stop(self) -> None:
        """Nothing that runs is to go on."""
        self.calls.stop()
        self.timers.stop()
        self.scripts.end()

    def _listeners(self, block: Block, event: str) -> Sequence[Listener]:
        return self.window_listeners(event) if isinstance(block, OwnWindow) else self.scene.listeners(block, event)

    def _block(self, block_id: int) -> Block:
        block = self.scene.block(block_id)
        if block is None:
            raise Refused(f"there is no block {block_id}")
        return block

    def _merge(self, edits: Mapping[int, object]) -> dict[Block, int]:
        """Take what the user entered; return how often each of these components has been edited."""
        changed = []
        for block_id, value in edits.items():
            try:
                component = self._block(block_id)
                if self.values.edit(component, value):
                    changed.append(component)
            except Refused as refused:
                log.warning("an edit was refused: %s", refused)
                self._show_again(block_id)
        edited = {component: self.values.edits[component] for component in changed}
        self.followers.of_edits(edited)
        return edited

    def _show_again(self, block_id: int) -> None:
        """Let the page show what is really held, unless it never hears of that block."""
        block = self.scene.block(block_id)
        if block is not None and block.in_tree:
            self.page.update(block_id, self.values.properties(block))
            self.page.flush()

    def _unload(self, listener: Listener) -> None:
        with Run(self.journal, self.request.window, listener.name):
            assert listener.fn is not None
            assert listener.arguments is not None
            args, kwargs = listener.arguments.fill([], [], self.request, EventData(None), None)
            for _ in steps(listener.fn(*args, **kwargs)):
                pass
