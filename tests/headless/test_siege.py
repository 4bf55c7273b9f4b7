"""Messages that look right and are not: nothing is raised, nothing runs, nothing changes, nothing grows."""

from __future__ import annotations

import gc
import json
import logging
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.besieged import Besieged
from tests.soak import rounds

MESSAGES = rounds(3_000, 100_000)
SECRET = "m0st-s3cret"

simple = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=-(10**40), max_value=10**40)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([SECRET, "", "x" * 5000, "\x00", "\ud800", "__proto__", "2026-13-45", "#gggggg"])
)
anything = st.recursive(
    simple,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def besieged() -> Iterator[Besieged]:
    """One app for all messages, as they do nothing to it."""
    with Besieged() as app:
        yield app


@st.composite
def impossible(draw: st.DrawFn, app: Besieged) -> str:
    """A message like those of the page, wrong in one place at least."""
    way = draw(st.sampled_from(WAYS))
    message = way(draw, app)
    return json.dumps(message)


KINDS_OF_MESSAGES = [
    "inspect", "page_error", "need", "open_link", "applied", "returned", "threw", "storage_failed", "event", "gathered",
]  # fmt: skip


def wrong_nonce(draw: st.DrawFn, app: Besieged) -> Any:
    """Of another load, another window, or made up."""
    kinds = [
        "inspect",
        "page_error",
        "need",
        "open_link",
        "applied",
        "returned",
        "threw",
        "storage_failed",
        "event",
        "gathered",
    ]
    kind = draw(st.sampled_from(kinds))
    near = [app.old, app.other.page._nonce, app.nonce[:-1], app.nonce + "A", app.nonce.swapcase(), "", SECRET]
    nonce = draw(st.sampled_from(near) | st.text(max_size=30).filter(lambda text: text != app.nonce))
    button = app.enabled["button"]
    more = {
        "page_error": {"message": "x"}, "need": {"part": "katex"}, "open_link": {"url": "https://example.org/"},
        "applied": {"number": 1}, "returned": {"number": 1, "value": 1}, "threw": {"number": 1, "message": "x"},
        "storage_failed": {"key": "browser", "reason": "full"}, "event": app.event(target=button.id),
        "gathered": {"number": 10**6, "gathering": 1, "edits": {app.enabled["textbox"].id: SECRET}},
    }.get(kind, {})  # fmt: skip
    return {"type": kind, **more, "nonce": nonce}


def wrong_target(draw: st.DrawFn, app: Besieged) -> Any:
    """What is disabled, hidden, elsewhere, or no component at all; with an event of any name."""
    blocks = [*app.closed, *app.states, app.demo]
    target = draw(st.sampled_from([block.id for block in blocks] + [app.foreign]) | st.integers(min_value=10**9))
    names = ["click", "change", "input", "submit", "select", "load", "unloading", "tick", "__init__"]
    listened_read_only = {
        (block.id, name) for block in app.closed for name, event in block.known_events().items() if event.when_read_only
    }
    name = draw(st.sampled_from(names))
    if (target, name) in listened_read_only:
        name = "never"
    return app.event(target=target, event=name, data=draw(anything))


def wrong_event(draw: st.DrawFn, app: Besieged) -> Any:
    """One that the component does not have, or that the page is not the one to tell of."""
    block = draw(st.sampled_from([*app.enabled.values(), *app.shown.values()]))
    mine = [name for name, event in block.known_events().items() if event.by_page]
    name = draw(st.sampled_from(["change", "clear", "load", "__class__", SECRET]) | st.text(max_size=12))
    return app.event(target=block.id, event="never" if name in mine else name)


def wrong_edits(draw: st.DrawFn, app: Besieged) -> Any:
    """Values for what the user cannot change, and values that no user can give."""
    blocks = [*app.closed, *app.states, *app.read_only, app.demo, app.enabled["button"]]
    edits = draw(
        st.dictionaries(st.sampled_from([block.id for block in blocks]) | st.integers(10**9), anything, max_size=4)
    )
    for kind in draw(st.lists(st.sampled_from(sorted(NO_VALUES)), max_size=3)):
        edits[app.enabled[kind].id] = draw(st.sampled_from(NO_VALUES[kind]))
    return app.event(edits=edits)


# A number out of its limits is none of these: who types it is told.
NO_VALUES: dict[str, list[Any]] = {
    "textbox": [1, True, [], {"a": SECRET}],
    "textarea": [1.5, [SECRET]],
    "number": ["1", True, [1], float("nan"), float("inf"), 10**400],
    "slider": [None, "5", float("nan"), 10**400, {}],
    "checkbox": [None, 0, 1, "true", []],
    "checkboxgroup": [None, "x", [SECRET], ["x", "x"], [["x"]], [0], [None], {"x": 1}],
    "radio": [SECRET, ["x"], 0, True],
    "dropdown": [SECRET, ["x"], 0, {}],
    "several": ["x", [SECRET], ["x", "x"], [["x"]]],
    "datetime": [[SECRET], {}, True, "x" * 5000],
    "colorpicker": [[], {}, True, 7],
    "code": [1, [SECRET], {}],
}


def wrong_shape(draw: st.DrawFn, app: Besieged) -> Any:
    """A field too many, too few, of another kind or name; or no message at all."""
    message = app.event(target=app.enabled["button"].id)
    field = draw(st.sampled_from(sorted(message)))
    change = draw(st.sampled_from(["drop", "retype", "add", "rename", "whole"]))
    if change == "whole":
        return draw(anything)
    if change == "add":
        message[draw(st.text(max_size=8).filter(lambda name: name not in message))] = draw(anything)
    elif change == "rename":
        message[field + draw(st.sampled_from([" ", "_", "\x00"]))] = message.pop(field)
    elif change == "drop" and field not in ("data", "edits"):
        del message[field]
    else:
        wrong = {
            "type": SECRET,
            "nonce": 5,
            "number": "1",
            "target": [1],
            "event": None,
            "data": None,
            "edits": [SECRET],
        }
        message[field] = wrong[field]
        message["extra"] = field == "data"
    return message


def out_of_turn(draw: st.DrawFn, app: Besieged) -> Any:
    """What nobody has asked for, or a second time."""
    number = draw(st.integers(-(10**20), 10**20))
    own = {"nonce": app.nonce}
    choices: list[Any] = [
        {"type": "ready", "storage": draw(st.none() | st.dictionaries(st.text(max_size=8), st.text(max_size=8)))},
        {"type": "applied", "number": number, **own},
        {"type": "returned", "number": number, "value": draw(anything), **own},
        {"type": "threw", "number": number, "message": "x", **own},
        {"type": "need", "part": draw(st.sampled_from(["", "../index", "/etc/passwd", SECRET]) | st.text()), **own},
        {"type": "open_link", "url": draw(st.sampled_from(["file:///" + SECRET, "x:" + SECRET]) | st.text()), **own},
        {"type": "storage_failed", "key": draw(st.text()), "reason": "full", **own},
        {"type": "inspect", "value": 1, **own},
        app.event(number=draw(st.integers(-(10**20), 1)), target=app.enabled["button"].id),
        {"type": "gathered", "number": draw(st.integers(-5, 1)), "gathering": 1, "edits": {"2": SECRET}, **own},
        app.event(number=2**53 + 1 + abs(number), target=app.enabled["button"].id),
    ]
    return draw(st.sampled_from(choices))


WAYS = [wrong_nonce, wrong_target, wrong_event, wrong_edits, wrong_shape, out_of_turn]


@settings(max_examples=MESSAGES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(data=st.data())
def test_nothing_comes_of_messages_that_the_page_could_not_have_sent(besieged: Besieged, data: st.DataObject):
    """Whatever is wrong with one: no exception, no listener, no change, no toast, and no value in the log."""
    text = data.draw(impossible(besieged))
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage() + str(record.exc_info or ""))  # type: ignore[method-assign]
    logger = logging.getLogger("desktop_app")
    logger.addHandler(handler)
    before = besieged.state()
    try:
        besieged.say(text)
    finally:
        logger.removeHandler(handler)
    assert besieged.changes(before) == [], text
    assert all(len(line) < 600 and "\n" not in line and "Traceback" not in line for line in lines), lines
    assert not any(SECRET in line for line in lines if "edit was refused" in line), lines


def test_memory_stays_flat_under_them(besieged: Besieged):
    """Ten thousand refused messages later no more is held than before."""
    sent = [
        json.dumps(besieged.event(edits={block.id: "x" * 1000 for block in besieged.closed})),
        json.dumps({"type": "page_error", "nonce": besieged.old, "message": "x" * 2000}),
        json.dumps({"type": "storage_failed", "nonce": besieged.nonce, "key": "x" * 1000, "reason": "full"}),
        json.dumps({"type": "need", "nonce": besieged.nonce, "part": "x"}),
        "x" * 1000,
    ]
    logging.disable(logging.CRITICAL)
    try:
        tracemalloc.start()
        sizes = []
        for _ in range(4):
            for _ in range(rounds(500, 5_000)):
                for text in sent:
                    besieged.say(text)
            gc.collect()
            sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
        logging.disable(logging.NOTSET)
    assert sizes[3] - sizes[1] < 50_000, sizes
