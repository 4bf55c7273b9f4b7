"""Which session a page shows that has loaded in a window."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.events.request import Request
from desktop_app.events.toast import Toast
from desktop_app.session.journal import Journal
from desktop_app.session.runner import Runner
from desktop_app.session.shown_text import without_folders
from desktop_app.texts import text
from desktop_app.windows.window import Window

if TYPE_CHECKING:
    from desktop_app.session.page import Page
    from desktop_app.session.session import Session


class Sessions:
    """Begins the sessions of an app's windows.

    Args:
        app_id: names the app to handlers that ask for the `Request`.
        runner: the threads of the app.
        notices: what the first session tells its user about stored values.
    """

    def __init__(self, app_id: str, runner: Runner, notices: list[str]) -> None:
        self._app_id = app_id
        self._runner = runner
        self._notices = list(notices)
        self._when_first_begins: Callable[[], None] | None = None

    def when_first_begins(self, do: Callable[[], None]) -> None:
        """Let this be done once, as the first page asks for its session."""
        self._when_first_begins = do

    def begin(self, window: Window, page: Page, journal: Journal | None) -> Session:
        """Return the session of the page that a window shows now: the one that was kept for it, or a new one.

        Args:
            window: the one whose page has loaded.
            page: its side of the bridge.
            journal: notes what happens in the session; None for a window that nobody inspects.
        """
        do, self._when_first_begins = self._when_first_begins, None
        if do is not None:
            do()
        from desktop_app.session.session import Session
        from desktop_app.session.succession import succeed

        before, window.kept = window.kept or window.take_kept(), None
        if before is not None and before.blocks is window.blocks:
            before.resume(page)
            return before
        request = Request(secrets.token_hex(8), window.id, self._app_id, *window.start)
        session = Session(window.blocks, page, self._runner, request, journal)
        if before is not None:
            succeed(session, before)
        while journal is not None and self._notices:
            session.toast(Toast("warning", text("Stored values"), without_folders(self._notices.pop(0)), None))
        return session
