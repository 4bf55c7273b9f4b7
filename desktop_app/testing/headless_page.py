"""The headless stand-in for the page: it keeps what a page would show, and says what a page would say.

It has no JavaScript: a function of the author's is answered as if it had returned nothing, so that a listener's Python
function gets its inputs as they are.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

from desktop_app.testing.layout_states import what_follows, what_user_made
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
        self.css = ""
        self.root: Node | None = None
        self.nodes: dict[int, Node] = {}
        self.parents: dict[int, int] = {}
        self.toasts: list[dict[str, Any]] = []
        self.scripts: list[str] = []  # those of the author's
        self.calls: list[dict[str, Any]] = []  # of their functions
        self.statuses: dict[int, Any] = {}  # what listeners that are not done do, by block
        self.problems: dict[int, str] = {}  # what is wrong with values, by block
        self.batches = 0
        self.scrolled_to: int | None = None

    def load(self) -> None:
        """Say that the page has loaded."""
        self._say(json.dumps({"type": "ready", "storage": self._storage.entries()}))

    def receive(self, text: str) -> None:
        """Show what a message from Python says."""
        message = json.loads(text)
        if message["type"] == "init":
            with self._lock:
                self._nonce, self.title, self.css = message["nonce"], message["title"], message["css"]
                self.root = message["tree"]
                self._know(message["tree"], None)
            return
        if message["nonce"] != self._nonce:  # a batch for the load before this one
            return
        if message["type"] == "gather":
            self._gather(message["gathering"])
            return
        with self._lock:
            followed = what_follows(self.nodes, message["updates"])
            self._apply(message)
        for block_id, event, data in followed:
            self.event(block_id, event, data)
        for call in message["calls"]:
            self.say("returned", number=call["number"], value=None)
        for key, value in message["storage"].items():
            if not self._storage.write(key, value):
                self.say("storage_failed", key=key, reason="full")
        self.say("applied", number=message["number"])

    def _apply(self, batch: Node) -> None:
        self.batches += 1
        for shown in batch["shown"]:
            self._replace(self.nodes[shown["id"]], shown["children"], batch["seen"])
        for update in batch["updates"]:
            props = update["props"]
            if self._edited_in.get(update["id"], 0) > batch["seen"]:  # the user's own value is newer
                props.pop("value", None)
            self.nodes[update["id"]]["props"].update(props)
            if update["events"] is not None:
                self.nodes[update["id"]]["events"] = update["events"]
        for names, kept in ((batch["statuses"], self.statuses), (batch["problems"], self.problems)):
            for block_id, what in names.items():
                kept.pop(int(block_id), None)
                if what is not None:
                    kept[int(block_id)] = what
        self.calls.extend(batch["calls"])
        self.toasts.extend(batch["toasts"])
        if batch["scroll_to"] is not None:
            self.scrolled_to = batch["scroll_to"]

    def _know(self, tree: Node, parent: Node | None) -> None:
        for node, around in _walk(tree, parent):
            self.nodes[node["id"]] = node
            if around is not None:
                self.parents[node["id"]] = around["id"]

    def _replace(self, layout: Node, children: list[Node], seen: int) -> None:
        """Show other children; of those that were there already the user's newer values stay."""
        before = {node["id"]: node for child in layout["children"] for node, _ in _walk(child, layout)}
        layout["children"] = children
        for child in children:
            for node, _ in _walk(child, layout):
                old = before.pop(node["id"], None)
                if old is not None and self._edited_in.get(node["id"], 0) > seen:
                    node["props"]["value"] = old["props"]["value"]
            self._know(child, layout)
        for gone in before:
            for kept in (self.nodes, self.parents, self.statuses, self.problems):
                kept.pop(gone, None)

    def edit(self, node: Node, value: Any) -> None:
        """The user enters a value; it is sent at once if somebody listens, else with the next event."""
        with self._lock:
            node["props"]["value"] = value
            self._edits[str(node["id"])] = value
            self.problems.pop(node["id"], None)
            self._edited_in[node["id"]] = self._events + 1
        if {"input", "change"} & set(node["events"]):
            self.event(node["id"], "input")

    def event(self, target: int, event: str, data: Any = None) -> None:
        """Something happens to a block."""
        with self._lock:
            state = what_user_made(self.nodes, self.parents, target, event)
            if state is not None:
                layout, name, value = state
                layout["props"][name] = value
                self._edits[str(layout["id"])] = value
        edits = self._take_edits()
        self.say("event", number=self._events, target=target, event=event, data=data, edits=edits)

    def _gather(self, gathering: int) -> None:
        edits = self._take_edits()
        self.say("gathered", number=self._events, gathering=gathering, edits=edits)

    def _take_edits(self) -> dict[str, Any]:
        with self._lock:
            edits, self._edits = self._edits, {}
            self._events += 1
        return edits

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
