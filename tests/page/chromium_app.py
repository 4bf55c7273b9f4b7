"""A whole app whose windows are pages of Chromium."""

from __future__ import annotations

import time
from collections.abc import Callable, Set
from dataclasses import replace
from functools import partial

from playwright.sync_api import BrowserContext, Page, expect

from desktop_app.app import App
from desktop_app.blocks.blocks import Blocks
from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.engines.engine import Screen
from desktop_app.desktop.window_events import WindowEvents
from desktop_app.state.memory_store import MemoryStore
from desktop_app.testing.headless_desk import HeadlessDesk
from tests.page.chromium_window import ChromiumWindow
from tests.page.complaints import Complaints

TIMEOUT = 5.0  # seconds


class ChromiumApp:
    """Runs an app for a test, with the bridge, sessions and threads of a native one.

    Args:
        blocks: the app.
        context: where its windows are opened; they share its `localStorage`.
        complaints: hears what the pages complain of.

    Attributes:
        late: True lets windows opened from now on wait for their transport; see `ChromiumWindow`.
    """

    def __init__(self, blocks: Blocks, context: BrowserContext, complaints: Complaints) -> None:
        self.context = context
        self._complaints = complaints
        self.late = False
        self.desk = HeadlessDesk()
        self.surfaces: list[ChromiumWindow] = []
        self.opened_links: list[str] = []
        self.app = App(blocks, lambda _: self, MemoryStore)  # so that what is there again comes from the page

    def open_window(self) -> Page:
        """Open a window and return its page as soon as it shows the app."""
        self.app.open_window()
        page = self.surfaces[-1].page
        expect(page.locator("#app > [data-kind=blocks]")).to_be_attached()
        return page

    def open_link(self, url: str) -> None:
        """Stand in for the native shell: note a link that the system's browser would open."""
        self.opened_links.append(url)

    def settle(self) -> None:
        """Return when no handler runs and every page has shown all that it was sent.

        Raises:
            StillRunning: a handler runs after the time-out.
            AssertionError: a page has not shown everything after the time-out.
        """
        deadline = time.monotonic() + TIMEOUT
        while True:
            for surface in self.surfaces:
                surface.page.evaluate("0")  # lets messages pass
            self.app.runner.activity.wait(TIMEOUT)
            if all(surface.idle for surface in self.surfaces):
                return
            assert time.monotonic() < deadline, f"the page has not shown everything after {TIMEOUT:g} s"

    def close(self) -> None:
        """Leave the app: all windows are closed."""
        self.app.close(force=True)
        self.app.finish()

    def open(
        self, events: WindowEvents, arrangement: Arrangement, permissions: Set[str] = frozenset()
    ) -> ChromiumWindow:
        """Stand in for the native shell: open a page of Chromium."""
        page = self.context.new_page()
        page.set_default_timeout(TIMEOUT * 1000)
        self._complaints.listen(page)
        events = replace(events, closed=partial(self._forget, page, events.closed))
        surface = ChromiumWindow(page, events, arrangement, late=self.late)
        self.surfaces.append(surface)
        return surface

    def screens(self) -> list[Screen]:
        """Stand in for the native shell: Chromium arranges nothing here."""
        return []

    def _forget(self, page: Page, closed: Callable[[], None]) -> None:
        self.surfaces = [surface for surface in self.surfaces if surface.page is not page]
        closed()
