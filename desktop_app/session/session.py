"""The live side of one page load of one window."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from desktop_app.blocks.block import Block
from desktop_app.blocks.blocks import Blocks
from desktop_app.events.data import EventData
from desktop_app.events.event import event_names
from desktop_app.events.listener import Listener
from desktop_app.events.request import Request
from desktop_app.events.toast import Toast
from desktop_app.session.browser_copies import forget, reconcile
from desktop_app.session.call import Call
from desktop_app.session.cause import Cause
from desktop_app.session.following import Following
from desktop_app.session.inputs import Inputs
from desktop_app.session.journal import Journal, Run
from desktop_app.session.lifetimes import Lifetimes
from desktop_app.session.page import Page
from desktop_app.session.pending import Pending
from desktop_app.session.refused import Refused
from desktop_app.session.runner import Job, Runner
from desktop_app.session.steps import steps
from desktop_app.session.values import Values
from desktop_app.session.wave import Wave
from desktop_app.state.cell import Cell
from desktop_app.state.session_state import State

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
        self._runner = runner
        self.journal = journal
        self._lifetimes = Lifetimes(runner.clock, runner.cleanup, self._expired)
        self.values = Values(blocks, self._lifetimes)
        self._following = Following(blocks)
        self.lock = threading.RLock()
        self._ended = False  # for good
        self._shown = True  # False while the session of a closed window is kept
        self._resumed = False
        self._missed: dict[str, dict[Block, None]] = {}  # by event, what was shared and happened while not shown
        self._pending = Pending()

    @property
    def ended(self) -> bool:
        """Whether the page has gone; whatever a handler still returns goes nowhere."""
        return self._ended or not self._shown

    def start(self, stored: Mapping[str, str] | None) -> None:
        """Run the `load` listeners, and the `change` listeners of what the load changed; follow what is shared.

        Args:
            stored: the entries of the page's `localStorage`, by key; None if it has none.
        """
        reconcile(self._following.browser_states, stored, self.page)
        for error in self._following.begin(self, self._written_elsewhere):
            self.toast(Toast("error", "Not connected", str(error), None))
        self._note("reopened" if self._resumed else "load")
        if self._resumed:
            self._catch_up()
            return
        for listener in self.blocks.page_listeners(Blocks.load):
            self._run(listener, Cause(EventData(None)))
        self.changed(self._following.loaded(), {})

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
            if event == "change" or event not in event_names(type(block)):
                raise Refused(f"{block.name} has no event {event!r} for the page to send")
            if not self.values.shown(block) or not self.values.interactive(block):
                raise Refused(f"{block.name} is hidden or disabled")
            self._note(f"{block.name}.{event}")
            for listener in self.blocks.listeners_of(block, event):
                self._run(listener, Cause(EventData(block, data), edited))

    def suspend(self) -> None:
        """The window was closed: stop what runs at its next step, and keep the values."""
        with self.lock:
            self._shown = False
            self._pending.drop()
        self._note("closed, and kept for a while")

    def resume(self, page: Page) -> None:
        """Another window shows this session from here on; its `load` listeners do not run again."""
        with self.lock:
            self.page = page
            self._shown = self._resumed = True

    def end(self) -> None:
        """Stop what runs at its next step, end the States and run the `unload` listeners; once."""
        with self.lock:
            if self._ended:
                return
            self._ended = True
            self._pending.drop()
        self._note("unload")
        self._following.end(self)
        for listener in self.blocks.page_listeners(Blocks.unloading):
            self._runner.cleanup.run(f"{listener.name} (unload)", partial(self._unload, listener))
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

    def _block(self, block_id: int) -> Block:
        try:
            return self.blocks.blocks[block_id]
        except KeyError:
            raise Refused(f"there is no block {block_id}") from None

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
        self.changed(changed, edited)
        return edited

    def _show_again(self, block_id: int) -> None:
        """Let the page show what is really held, unless it never hears of that block."""
        block = self.blocks.blocks.get(block_id)
        if block is not None and block.in_tree:
            self.page.update(block_id, self.values.properties(block))
            self.page.flush()

    def changed(self, changed: Iterable[Block], edits: Mapping[Block, int]) -> None:
        """Run the `change` listeners of these; `edits` is what it goes back to."""
        for listener, block in self._followers(changed, "change").items():
            self._run(listener, Cause(EventData(block), edits))

    def _followers(self, changed: Iterable[Block], event: str) -> dict[Listener, Block]:
        """Return the listeners on these, each once, though several of its triggers changed."""
        listeners: dict[Listener, Block] = {}
        for block in changed:
            for listener in self.blocks.listeners_of(block, event):
                listeners.setdefault(listener, block)
        return listeners

    def _run(self, listener: Listener, cause: Cause) -> None:
        """Queue a listener with its inputs as they are now; States are read when it runs, being shared objects."""
        with self.lock:
            if self.ended or not self._pending.begin(listener, cause):
                cause.over()
                return
            inputs = Inputs.now(listener, self.values, cause)
        self._runner.submit(
            Job(
                listener.name,
                partial(self._run_queued, listener, inputs, cause),
                listener.concurrency_key if listener.queue else None,
                listener.concurrency_limit,
            )
        )

    def _run_queued(self, listener: Listener, inputs: Inputs, cause: Cause) -> None:
        try:
            if not self.ended:
                Call(self, listener, inputs, cause.data).run()
        finally:
            cause.over()
            with self.lock:
                again = self._pending.end(listener)
                if again is not None:
                    self._run(listener, again)

    def _written_elsewhere(self, cells: Sequence[Cell], writer: object, event: str) -> None:
        """Another session, another process or the app itself has written or deleted what is shared."""
        if writer is self:
            return
        with self.lock:
            states = self._following.of(cells)
            if not self._shown:
                self._missed.setdefault(event, {}).update(dict.fromkeys(states))
                return
            if event == "deleted":
                forget(states, self.page)
            followers = self._followers(states, event)
            wave = Wave(len(followers), self.page, self._runner.clock) if followers else None
            for listener, block in followers.items():
                self._run(listener, Cause(EventData(block), wave=wave))

    def _catch_up(self) -> None:
        """Run the listeners on what happened elsewhere while the session was kept, each once."""
        with self.lock:
            missed, self._missed = self._missed, {}
            for event, states in missed.items():
                for listener, block in self._followers(states, event).items():
                    self._run(listener, Cause(EventData(block)))

    def _unload(self, listener: Listener) -> None:
        with Run(self.journal, self.request.window, listener.name):
            args, kwargs = listener.arguments.fill([], self.request, EventData(None))
            for _ in steps(listener.fn, args, kwargs):
                pass
