"""A window of the app that is a page of Chromium."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from desktop_app.bridge.connection import Connection
from desktop_app.desktop.page import page_url

# The host's half of the transport. Its first message tells that a document begins, as an engine's own event would; the
# page's messages and this one share a line, so they arrive in their order. What Python says is waited for.
HOST = """
if (window === window.top && location.protocol === "file:") {
  window.toPython(null);
  const transport = { send: (text) => void window.toPython(text) };
  const bring = async () => {
    for (;;) {
      for (const message of await window.fromPython()) desktopApp.receive(JSON.parse(message));
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


class ChromiumWindow:
    """Carries messages between a connection and a page.

    Playwright belongs to the test's thread and works only while the test is inside one of its calls; handlers send from
    other threads, so what they send is put on the loop that Playwright runs there.

    Args:
        page: a new page of Chromium.
        connect: makes the connection, given a way to send.
        closed: called once when the page is closed.
        late: True keeps the transport back until the test calls the page's `bringTransport()`.
    """

    def __init__(
        self,
        page: Page,
        connect: Callable[[Callable[[str], None]], Connection],
        closed: Callable[[], None],
        *,
        late: bool = False,
    ) -> None:
        self.page = page
        self.place = None
        self.said: list[str] = []  # what the page has said since it was loaded
        self.told: list[dict[str, Any]] = []  # what Python has said since then
        self._closed = closed
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._taken = 0
        self._waits = False
        self._connection = connect(self.send)
        page.expose_binding("toPython", self._receive)
        page.expose_binding("fromPython", self._next)
        page.add_init_script(HOST.replace("TRANSPORT_AT_START", json.dumps(not late)))
        page.on("close", self._gone)
        page.goto(page_url())

    def send(self, message: str) -> None:
        """Hand a message to the page; returns at once."""
        self.told.append(json.loads(message))
        self._loop.call_soon_threadsafe(self._queue.put_nowait, message)

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()

    def close(self) -> None:
        """Close the page."""
        self.page.close()

    @property
    def idle(self) -> bool:
        """Whether the page has shown all that it was sent."""
        sent = sum(message["type"] == "batch" for message in self.told)
        shown = sum('"type":"applied"' in message for message in self.said)
        return self._waits and self._taken == len(self.told) and sent == shown

    def _receive(self, source: dict[str, Any], text: str | None) -> None:
        if text is None:
            self._start()
            return
        self.said.append(text)
        self._connection.receive(text)

    def _start(self) -> None:
        self._queue.put_nowait(None)  # whoever still waits for the document before
        self._queue = asyncio.Queue()
        self._taken = 0
        self.said, self.told = [], []
        self._connection.loading()

    async def _next(self, source: dict[str, Any]) -> list[str]:
        queue = self._queue
        self._waits = queue.empty()
        messages = [await queue.get()]
        while not queue.empty():
            messages.append(queue.get_nowait())
        if queue is self._queue:
            self._waits = False
            self._taken += len(messages)
        return [message for message in messages if message is not None]

    def _gone(self) -> None:
        self._queue.put_nowait(None)
        self._closed()
