"""What waits to be shown, until the page can take it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from desktop_app.bridge.messages import Batch, ToastShown, Update
from desktop_app.events.toast import Toast


class Outbox:
    """Gathers changes into batches; one batch is on its way at a time.

    A handler that changes a text faster than the screen can draw costs one script per frame: what comes while a batch
    is on its way is merged, the last value of each property wins, and leaves when the page has shown the batch.

    Args:
        send: takes a message as JSON; returns at once.
        nonce: names the load of the page; another load leaves these batches alone.
    """

    def __init__(self, send: Callable[[str], None], nonce: str) -> None:
        self._nonce = nonce
        self._send = send
        self._lock = threading.Lock()
        self._updates: dict[int, dict[str, Any]] = {}
        self._toasts: list[Toast] = []
        self._storage: dict[str, str | None] = {}
        self._number = 0
        self._seen = 0
        self._on_its_way = False
        self._open = False
        self._holds = 0

    def open(self) -> None:
        """From here on the page shows its start and takes batches."""
        with self._lock:
            self._open = True
        self.flush()

    def heard(self, number: int, edited: Iterable[int]) -> None:
        """Event `number` has come, with the user's edits of these blocks: values of them that still wait are old."""
        with self._lock:
            self._seen = max(self._seen, number)
            for block_id in edited:
                self._updates.get(block_id, {}).pop("value", None)

    def update(self, block_id: int, properties: Mapping[str, Any]) -> None:
        """Change properties of a block that is shown."""
        with self._lock:
            self._updates.setdefault(block_id, {}).update(properties)

    def toast(self, toast: Toast) -> None:
        """Show the user a message."""
        with self._lock:
            self._toasts.append(toast)

    def store(self, key: str, text: str | None) -> None:
        """Write an entry of the page's `localStorage`; None removes it."""
        with self._lock:
            self._storage[key] = text

    def flush(self) -> None:
        """Send what waits, unless a batch is on its way; then it follows that one."""
        with self._lock:
            if (
                not self._open
                or self._holds
                or self._on_its_way
                or not (self._updates or self._toasts or self._storage)
            ):
                return
            self._number += 1
            self._on_its_way = True
            batch = Batch(
                nonce=self._nonce,
                number=self._number,
                seen=self._seen,
                updates=[Update(id=block_id, props=props) for block_id, props in self._updates.items()],
                toasts=[ToastShown(**asdict(toast)) for toast in self._toasts],
                storage=self._storage,
            )
            self._updates, self._toasts, self._storage = {}, [], {}
        self._send(batch.model_dump_json())

    def hold(self) -> None:
        """Send nothing until as many calls of `release` have come."""
        with self._lock:
            self._holds += 1

    def release(self) -> None:
        """Undo one `hold`, and send what waits."""
        with self._lock:
            self._holds -= 1
        self.flush()

    def applied(self, number: int) -> None:
        """The page shows batch `number`; a number that is not the last one's is nothing new."""
        with self._lock:
            if number != self._number:
                return
            self._on_its_way = False
        self.flush()
