"""What the page does by itself with layouts that open, close and select."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Node = dict[str, Any]
Happened = tuple[int, str, Any]  # the id of a block, an event and its data
OPENING = {"accordion", "sidebar"}
SELECTING = {"tabs": "tab", "walkthrough": "step"}


def what_follows(nodes: Mapping[int, Node], updates: Sequence[Node]) -> list[Happened]:
    """Return the events that somebody listens to and that follow from updates, which are still to be shown."""
    happened: list[Happened] = []
    for update in updates:
        node, props = nodes[update["id"]], update["props"]
        if node["kind"] in OPENING and props.get("open", node["props"]["open"]) != node["props"]["open"]:
            happened.append((node["id"], "expand" if props["open"] else "collapse", None))
        if node["kind"] in SELECTING and props.get("selected") is not None:
            happened += _selected(node, _child(node, node["props"]["selected"]), _child(node, props["selected"]))
    return [each for each in happened if each[1] in nodes[each[0]]["events"]]


def what_user_made(
    nodes: Mapping[int, Node], parents: Mapping[int, int], target: int, event: str
) -> tuple[Node, str, Any] | None:
    """Return the layout, the property and its value that the user changes by an event; None for any other event."""
    node = nodes.get(target)
    if node is None:
        return None
    if node["kind"] in OPENING and event in ("expand", "collapse"):
        return node, "open", event == "expand"
    around = nodes.get(parents.get(target, 0))
    if event == "select" and around is not None and node["kind"] == SELECTING.get(around["kind"]):
        known = node["props"]["tab_id"]
        return around, "selected", known if known is not None else _children(around).index(node)
    return None


def _selected(layout: Node, before: Node | None, now: Node | None) -> list[Happened]:
    if now is None or now is before:
        return []
    data = {"index": _children(layout).index(now), "value": now["props"]["label"], "selected": True}
    happened: list[Happened] = [(layout["id"], "change", data)]
    return [*happened, (now["id"], "select", data)] if now["props"]["interactive"] else happened


def _children(layout: Node) -> list[Node]:
    return [child for child in layout["children"] if child["kind"] == SELECTING[layout["kind"]]]


def _child(layout: Node, wanted: Any) -> Node | None:
    """Return the child of this id, or of this number; the first one for None."""
    children = _children(layout)
    named = next((child for child in children if wanted is not None and child["props"]["tab_id"] == wanted), None)
    if named is not None:
        return named
    number = 0 if wanted is None else wanted if isinstance(wanted, int) else -1
    return children[number] if 0 <= number < len(children) else None
