"""A window of the app that is a page of Chromium."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

from playwright.sync_api import Error, Page

from desktop_app.desktop.arrangement import Arrangement
from desktop_app.desktop.page import page_url
from desktop_app.desktop.window_events import WindowEvents
from desktop_app.testing.headless_frame import HeadlessFrame

# The host's half of the transport. Its first message tells that a document begins, as an engine's own event would; the
# page's messages and this one share a line, so they arrive in their order. What Python says is waited for.
HOST = """
if (window === window.top && location.protocol === "file:") {
  window.toPython(null);
  const transport = { send: (text) => void window.toPython(text) };
  const bring = async () => {
    for (;;) {
      const message = await window.fromPython();
      if (message !== null) desktopApp.receive(JSON.parse(message));
    }
  };
  if (TRANSPORT_AT_START) window.desktopAppTransport = transport;
  else window.bringTransport = () => {
    window.desktopAppTransport = transport;
    window.dispatchEvent(new Event("desktop-app-transport"));
  };
  void bring();
}
"""


class _Message(str):
    """What the page is to receive, as JSON."""


class _Script(str):
    """What is to be run in the page."""


class ChromiumWindow(HeadlessFrame):
    """Carries messages between a connection and a page.

    Playwright belongs to the test's thread and works only while the test is inside one of its calls; handlers send from
    other threads, so what they send is put on the loop that Playwright runs there.

    Args:
        page: a new page of Chromium.
        events: whom it tells.
        arrangement: how the window would be.
        late: True keeps the transport back until the test calls the page's `bringTransport()`.
    """

    def __init__(
        self,
        page: Page,
        events: WindowEvents,
        arrangement: Arrangement,
        *,
        late: bool = False,
    ) -> None:
        super().__init__(events, arrangement)
        self.page = page
        self.said: list[str] = []  # what the page has said since it was loaded
        self.told: list[dict[str, Any]] = []  # what Python has said since then
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[_Message | _Script | None] = asyncio.Queue()
        self._sent = self._taken = 0
        self._waits = False
        self._connection = events.connect(self)
        page.expose_binding("toPython", self._receive)
        page.expose_binding("fromPython", self._next)
        page.add_init_script(HOST.replace("TRANSPORT_AT_START", json.dumps(not late)))
        page.on("close", self._page_closed)
        page.goto(page_url())

    def send(self, message: str) -> None:
        """Hand a message to the page; returns at once."""
        self.told.append(json.loads(message))
        self._put(_Message(message))

    def run(self, script: str) -> None:
        """Run a script of the author's in the page; returns at once."""
        self._put(_Script(script))

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()

    def gone(self) -> None:
        """Close the page."""
        if not self.page.is_closed():
            self.page.close()

    @property
    def idle(self) -> bool:
        """Whether the page has shown all that it was sent."""
        sent = sum(message["type"] == "batch" for message in self.told)
        shown = sum('"type":"applied"' in message for message in self.said)
        return self._waits and self._taken == self._sent and sent == shown

    def _put(self, item: _Message | _Script) -> None:
        self._sent += 1
        self._loop.call_soon_threadsafe(self._queue.put_nowait, item)

    def _receive(self, source: dict[str, Any], text: str | None) -> None:
        if text is None:
            self._start()
            return
        self.said.append(text)
        self._connection.receive(text)

    def _start(self) -> None:
        self._queue.put_nowait(None)  # whoever still waits for the document before
        self._queue = asyncio.Queue()
        self._sent = self._taken = 0
        self.said, self.told = [], []
        self._connection.loading()

    async def _next(self, source: dict[str, Any]) -> str | None:
        """Give the page the next message; a script is run first, and then the page asks again."""
        queue = self._queue
        self._waits = queue.empty()
        item = await queue.get()
        if isinstance(item, _Script):
            await self._evaluate(item)
        if queue is self._queue:
            self._waits = False
            self._taken += 1
        return item if isinstance(item, _Message) else None

    async def _evaluate(self, script: str) -> None:
        """Let the browser itself run a script: the page's policy allows it to nobody else. It may fail, as anywhere."""
        with contextlib.suppress(Error):
            await self.page._impl_obj.main_frame.evaluate(script, None)

    def _page_closed(self) -> None:
        self._queue.put_nowait(None)
        self.close()
