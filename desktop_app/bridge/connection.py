"""One window's line to its page, over all the loads of that page."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable

from pydantic import ValidationError

from desktop_app.bridge import messages, parts
from desktop_app.bridge.line import Line
from desktop_app.bridge.links import checked_link
from desktop_app.bridge.outbox import Outbox
from desktop_app.bridge.tree import node
from desktop_app.events.toast import Toast
from desktop_app.private import Private
from desktop_app.session.page import Page
from desktop_app.session.refused import Refused
from desktop_app.session.session import Session
from desktop_app.state.shared import shared
from desktop_app.texts import language, page_texts, text

log = logging.getLogger("desktop_app.bridge")
SIZE_LIMIT = 64 * 1024 * 1024  # characters of one message

OpenSession = Callable[[Page], Session]
Connect = Callable[[Line], "Connection"]


class Connection:
    """Takes what the page says, refuses what it could not have said, and speaks for Python.

    All methods are called by one thread at a time, in the order in which things happened in the window.
    Each load of the page is a session with a nonce of its own, so that nothing an old load said can reach a new one.

    Args:
        open_session: makes the session of a load, given its page.
        line: leads to the page.
        inspect: shows the state inspector.
        open_link: opens a link that was checked, in the system's browser.
    """

    def __init__(
        self,
        open_session: OpenSession,
        line: Line,
        inspect: Callable[[], None] = lambda: None,
        open_link: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._open_session = open_session
        self._line = line
        self._inspect = inspect
        self._open_link = open_link
        self._awaiting_ready = False
        self._nonce = ""
        self._last_event = 0  # the number of the last one of this load that was no forgery
        self._handed_over: set[str] = set()  # parts that the page has
        self._outbox: Outbox | None = None
        self.session: Session | None = None
        self.after_load: Toast | None = None  # what the user reads when the page is there
        self.keep_at_load = False  # True: the next load suspends the session instead of ending it
        self.kept: Session | None = None  # what that load has kept, for the session that follows it

    def loading(self) -> None:
        """The window has begun to load the page, for the first time or again: what was there is over."""
        if self.keep_at_load and self.session is not None:
            self.kept, self.session, self._outbox, self._nonce = self.session, None, None, ""
            self.kept.suspend()
        else:
            self._end_session()
        self.keep_at_load = False
        self._awaiting_ready = True

    def receive(self, text: str) -> None:
        """Act upon a message from the page; one that it could not have sent is logged and forgotten."""
        try:
            self._act(self._parse(text))
        except Refused as refused:
            log.warning("a message from the page was refused: %s", refused)

    def close(self, *, keep: bool = False) -> Session | None:
        """The window is gone.

        Args:
            keep: True suspends the session instead of ending it, and returns it.
        """
        self._awaiting_ready = False
        if keep and self.session is not None:
            session, self.session, self._outbox, self._nonce = self.session, None, None, ""
            session.suspend()
            return session
        self._end_session()
        kept, self.kept = self.kept, None
        if kept is not None:
            kept.end()
        return None

    def _end_session(self) -> None:
        session, self.session, self._outbox, self._nonce = self.session, None, None, ""
        if session is not None:
            session.end()

    def _parse(self, text: str) -> messages.FromPage:
        if len(text) > SIZE_LIMIT:
            raise Refused(f"it has {len(text):,} characters; the limit is {SIZE_LIMIT:,}")
        try:
            return messages.from_page.validate_json(text)
        except ValidationError as error:
            problem = error.errors(include_url=False, include_input=False, include_context=False)[0]
            where = ".".join(map(str, problem["loc"])) or "message"
            raise Refused(f"{where}: {problem['msg']}") from None

    def _act(self, message: messages.FromPage) -> None:
        if isinstance(message, messages.Ready):
            self._begin(message)
            return
        session, outbox = self.session, self._outbox
        if (
            session is None
            or outbox is None
            or not secrets.compare_digest(message.nonce.encode(), self._nonce.encode())
        ):
            raise Refused(f"{message.type} is of an old load, or of a page that is not ours")
        if isinstance(message, messages.Event):
            self._check_turn(message)
            session.receive(message.target, message.event, message.data, message.edits, message.number)
            self._last_event = message.number
        elif isinstance(message, messages.Gathered):
            self._check_turn(message)
            self._last_event = message.number  # before what waits for it goes on, which may load the page again
            session.gathered(message.gathering, message.edits, message.number)
        elif isinstance(message, messages.Applied):
            outbox.applied(message.number)
        elif isinstance(message, messages.StorageFailed):
            if not outbox.has_stored(message.key):
                raise Refused("the page was not asked to store that key")
            self._say_storage_failed(session, message)
        elif isinstance(message, messages.Inspect):
            self._inspect()
        elif isinstance(message, messages.Need):
            self._hand_over(message.part, outbox)
        elif isinstance(message, messages.OpenLink):
            self._open_link(checked_link(message.url))
        elif isinstance(message, messages.Returned):
            session.scripts.returned(message.number, message.value)
        elif isinstance(message, messages.Threw):
            session.scripts.threw(message.number, message.message)
        else:
            log.error("an error in the page: %s", Private(message.message))

    def _check_turn(self, message: messages.Event | messages.Gathered) -> None:
        if message.number <= self._last_event:
            raise Refused(f"{message.type} {message.number} comes after {self._last_event}")

    def _begin(self, ready: messages.Ready) -> None:
        if not self._awaiting_ready:
            raise Refused("ready was said without a load before it")
        self._awaiting_ready = False
        self._nonce = secrets.token_urlsafe(16)
        self._last_event = 0
        self._handed_over = set()
        self._outbox = Outbox(self._line, self._nonce)
        self.session = session = self._open_session(self._outbox)
        blocks = session.blocks
        init = messages.Init(
            nonce=self._nonce,
            title=blocks.title,
            language=language(),
            texts=page_texts(),
            css=blocks.additions.theme + blocks.additions.css,
            head=blocks.additions.head,
            window=blocks.window.id,
            tree=node(blocks, session),
        )
        self._line.send(init.as_json())
        session.define_scripts()
        self._outbox.open()
        if ready.storage is None:
            log.warning("this webview has no localStorage: browser state is kept in the app's own store alone")
        session.start(ready.storage)
        if self.after_load is not None:
            toast, self.after_load = self.after_load, None
            session.toast(toast)

    def _hand_over(self, part: str, outbox: Outbox) -> None:
        script = parts.script(part)
        if script is None or part in self._handed_over:
            raise Refused(f"there is no part {part!r} to hand over, or the page has it")
        self._handed_over.add(part)
        outbox.run(script)

    def _say_storage_failed(self, session: Session, failed: messages.StorageFailed) -> None:
        log.warning("localStorage is %s: %.200r could not be stored there", failed.reason, failed.key)
        if shared.store.durable:
            return  # the app's own copy has it
        why = text("its storage is full") if failed.reason == "full" else text("its storage cannot be used")
        session.toast(
            Toast(
                "warning",
                text("Not saved"),
                text(
                    "This app could not save a value for the next start: {why}. It stays until you close the window.",
                    why=why,
                ),
            )
        )
