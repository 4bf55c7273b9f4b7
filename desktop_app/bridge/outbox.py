"""What waits to be shown, until the page can take it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from desktop_app.bridge.line import Line
from desktop_app.bridge.messages import Batch, Call, Gather, Node, Shown, ToastShown, Update
from desktop_app.bridge.messages import Status as StatusShown
from desktop_app.bridge.tree import children, ids
from desktop_app.events.toast import Toast
from desktop_app.session.refused import Refused
from desktop_app.session.status import Status

if TYPE_CHECKING:
    from desktop_app.blocks.layout import Layout
    from desktop_app.session.session import Session


class Outbox:
    """Gathers changes into batches; one batch is on its way at a time.

    A handler that changes a text faster than the screen can draw costs one script per frame: what comes while a batch
    is on its way is merged, the last value of each property wins, and leaves when the page has shown the batch.

    Args:
        line: leads to the page.
        nonce: names the load of the page; another load leaves these batches alone.
    """

    def __init__(self, line: Line, nonce: str) -> None:
        self._nonce = nonce
        self._line = line
        self._lock = threading.Lock()
        self._shown: dict[int, list[Node]] = {}
        self._updates: dict[int, dict[str, Any]] = {}
        self._events: dict[int, list[str]] = {}
        self._statuses: dict[int, StatusShown | None] = {}
        self._problems: dict[int, str | None] = {}
        self._calls: list[Call] = []
        self._toasts: list[Toast] = []
        self._storage: dict[str, str | None] = {}
        self._scroll_to: int | None = None
        self._stored: set[str] = set()  # the keys that the page was asked to store at any time
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

    def show(self, layout: Layout, session: Session, gone: Iterable[int]) -> None:
        """Show the children that a layout has now; what waits for any of them is in there already."""
        nodes = children(layout, session)
        with self._lock:
            for block_id in (*ids(nodes), *gone):
                for waiting in (self._updates, self._events, self._shown):
                    waiting.pop(block_id, None)
            for block_id in gone:
                self._statuses.pop(block_id, None)
                self._problems.pop(block_id, None)
            self._shown[layout.id] = nodes

    def listen(self, block_id: int, events: Iterable[str]) -> None:
        """Let the page tell of these events of a block."""
        with self._lock:
            self._updates.setdefault(block_id, {})
            self._events[block_id] = list(events)

    def status(self, block_id: int, status: Status | None) -> None:
        """Show what the listener that writes a block is doing."""
        with self._lock:
            self._statuses[block_id] = StatusShown(**asdict(status)) if status else None

    def problem(self, block_id: int, message: str | None) -> None:
        """Show what is wrong with what the user entered in a field."""
        with self._lock:
            self._problems[block_id] = message

    def scroll_to(self, block_id: int) -> None:
        """Bring a block into view."""
        with self._lock:
            self._scroll_to = block_id

    def call(self, number: int, function: int, arguments: Sequence[Any]) -> None:
        """Call a function of the author's."""
        with self._lock:
            self._calls.append(Call(number=number, function=function, arguments=list(arguments)))

    def gather(self, gathering: int) -> None:
        """Ask for the values that the user has entered and that Python has not heard of."""
        self._line.send(Gather(nonce=self._nonce, gathering=gathering).model_dump_json())

    def run(self, script: str) -> None:
        """Run a script in the page, after all that was sent before it; another load leaves it alone."""
        self._line.run(f"if (window.desktopApp?.isLoad({json.dumps(self._nonce)})) {{\n{script}\n}}")

    def toast(self, toast: Toast) -> None:
        """Show the user a message."""
        with self._lock:
            self._toasts.append(toast)

    def store(self, key: str, text: str | None) -> None:
        """Write an entry of the page's `localStorage`; None removes it."""
        with self._lock:
            self._storage[key] = text
            self._stored.add(key)

    def has_stored(self, key: str) -> bool:
        """Whether the page was asked to write an entry of this key."""
        return key in self._stored

    def flush(self) -> None:
        """Send what waits, unless a batch is on its way; then it follows that one."""
        with self._lock:
            if not self._open or self._holds or self._on_its_way or not self._waits():
                return
            self._number += 1
            self._on_its_way = True
            batch = Batch(
                nonce=self._nonce,
                number=self._number,
                seen=self._seen,
                shown=[Shown(id=block_id, children=nodes) for block_id, nodes in self._shown.items()],
                updates=[
                    Update(id=block_id, props=props, events=self._events.get(block_id))
                    for block_id, props in self._updates.items()
                ],
                statuses=self._statuses,
                problems=self._problems,
                calls=self._calls,
                toasts=[ToastShown(**asdict(toast)) for toast in self._toasts],
                storage=self._storage,
                scroll_to=self._scroll_to,
            )
            self._shown, self._updates, self._events, self._statuses, self._problems = {}, {}, {}, {}, {}
            self._calls, self._toasts, self._storage, self._scroll_to = [], [], {}, None
        self._line.send(batch.as_json())

    def _waits(self) -> bool:
        return bool(
            self._updates
            or self._shown
            or self._statuses
            or self._problems
            or self._calls
            or self._toasts
            or self._storage
            or self._scroll_to is not None
        )

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
        """The page shows batch `number`.

        Raises:
            Refused: that batch is not on its way.
        """
        with self._lock:
            if not self._on_its_way or number != self._number:
                raise Refused(f"batch {number} is not on its way")
            self._on_its_way = False
        self.flush()
