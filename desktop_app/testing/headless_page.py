"""The headless stand-in for the page: it keeps what a page would show, and says what a page would say."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

from desktop_app.testing.local_storage import LocalStorage

Node = dict[str, Any]


class HeadlessPage:
    """One load of the page.

    Args:
        say: takes a message for Python as JSON.
        storage: what stands in for `localStorage`.
    """

    def __init__(self, say: Callable[[str], None], storage: LocalStorage) -> None:
        self._say = say
        self._storage = storage
        self._lock = threading.Lock()
        self._nonce = ""
        self._edits: dict[str, Any] = {}
        self._edited_in: dict[int, int] = {}  # the number of the event that carried, or will carry, the last edit
        self._events = 0
        self.title = ""
        self.root: Node | None = None
        self.nodes: dict[int, Node] = {}
        self.parents: dict[int, int] = {}
        self.toasts: list[dict[str, Any]] = []

    def load(self) -> None:
        """Say that the page has loaded."""
        self._say(json.dumps({"type": "ready", "storage": self._storage.entries()}))

    def receive(self, text: str) -> None:
        """Show what a message from Python says."""
        message = json.loads(text)
        if message["type"] == "init":
            with self._lock:
                self._nonce, self.title, self.root = message["nonce"], message["title"], message["tree"]
                for node, parent in _walk(message["tree"], None):
                    self.nodes[node["id"]] = node
                    if parent is not None:
                        self.parents[node["id"]] = parent["id"]
            return
        if message["nonce"] != self._nonce:  # a batch for the load before this one
            return
        with self._lock:
            for update in message["updates"]:
                props = update["props"]
                if self._edited_in.get(update["id"], 0) > message["seen"]:  # the user's own value is newer
                    props.pop("value", None)
                self.nodes[update["id"]]["props"].update(props)
            self.toasts.extend(message["toasts"])
        for key, value in message["storage"].items():
            if not self._storage.write(key, value):
                self.say("storage_failed", key=key, reason="full")
        self.say("applied", number=message["number"])

    def edit(self, node: Node, value: Any) -> None:
        """The user enters a value; it is sent at once if somebody listens, else with the next event."""
        with self._lock:
            node["props"]["value"] = value
            self._edits[str(node["id"])] = value
            self._edited_in[node["id"]] = self._events + 1
        if {"input", "change"} & set(node["events"]):
            self.event(node["id"], "input")

    def event(self, target: int, event: str, data: Any = None) -> None:
        """Something happens to a block."""
        with self._lock:
            edits, self._edits = self._edits, {}
            self._events += 1
        self.say("event", number=self._events, target=target, event=event, data=data, edits=edits)

    def say(self, message_type: str, **content: Any) -> None:
        """Send a message of this load."""
        self._say(json.dumps({"type": message_type, "nonce": self._nonce, **content}))

    def shown(self, node: Node) -> bool:
        """Tell whether the user sees it: it and everything around it is visible."""
        current: int | None = node["id"]
        while current is not None:
            if self.nodes[current]["props"]["visible"] is not True:
                return False
            current = self.parents.get(current)
        return True


def _walk(node: Node, parent: Node | None) -> Iterator[tuple[Node, Node | None]]:
    yield node, parent
    for child in node["children"]:
        yield from _walk(child, node)
