"""The outbox: one batch on its way at a time, and the last value of each property in it."""

from __future__ import annotations

import json

import pytest

from desktop_app.bridge.outbox import Outbox
from desktop_app.events.toast import Toast
from desktop_app.session.refused import Refused


class Line:
    """Takes batches."""

    def __init__(self):
        self.batches = []

    def send(self, message):
        """Keep one."""
        self.batches.append(json.loads(message))


@pytest.fixture
def sent():
    """An open outbox and the batches that it sent."""
    line = Line()
    outbox = Outbox(line, "n")
    outbox.open()
    return outbox, line.batches


def test_nothing_leaves_before_the_page_shows_its_start():
    """What is said before `open` leaves with it."""
    line = Line()
    outbox, batches = Outbox(line, "n"), line.batches
    outbox.update(1, {"value": "a"})
    outbox.flush()
    assert batches == []
    outbox.open()
    assert len(batches) == 1


def test_what_comes_meanwhile_is_merged_into_one_batch(sent):
    """A thousand updates while a batch is on its way are one more batch, with the last value."""
    outbox, batches = sent
    for number in range(1000):
        outbox.update(1, {"value": number})
        outbox.update(2, {f"p{number % 3}": number})
        outbox.flush()
    outbox.applied(1)
    assert [batch["number"] for batch in batches] == [1, 2]
    assert batches[1]["updates"] == [
        {"id": 1, "props": {"value": 999}, "events": None},
        {"id": 2, "props": {"p1": 997, "p2": 998, "p0": 999}, "events": None},
    ]


def test_no_toast_is_lost(sent):
    """Toasts are not merged."""
    outbox, batches = sent
    for number in range(3):
        outbox.toast(Toast("info", "", str(number)))
        outbox.flush()
    outbox.applied(1)
    assert [toast["message"] for batch in batches for toast in batch["toasts"]] == ["0", "1", "2"]


def test_only_the_last_batch_can_be_answered(sent):
    """An answer to another number, or a second one, is refused and lets nothing more out."""
    outbox, batches = sent
    for value in "abc":
        outbox.update(1, {"value": value})
        outbox.flush()
    for number in (0, 2, 7):
        with pytest.raises(Refused, match=f"batch {number} is not on its way"):
            outbox.applied(number)
    assert len(batches) == 1
    outbox.applied(1)
    assert len(batches) == 2
    outbox.applied(2)
    with pytest.raises(Refused):
        outbox.applied(2)


def test_an_edit_makes_a_waiting_value_old(sent):
    """A value that waits for the page is dropped when the user has entered another; other properties are not."""
    outbox, batches = sent
    outbox.toast(Toast("info", "", "on its way"))
    outbox.flush()
    outbox.update(1, {"value": "old", "label": "L"})
    outbox.heard(1, [1, 2])
    outbox.flush()
    outbox.applied(1)
    assert batches[1]["updates"] == [{"id": 1, "props": {"label": "L"}, "events": None}]
    assert (batches[0]["seen"], batches[1]["seen"]) == (0, 1)


def test_storage_keeps_the_last_write_of_a_key(sent):
    """`localStorage` gets what was written last."""
    outbox, batches = sent
    outbox.store("k", "1")
    outbox.store("k", None)
    outbox.flush()
    assert batches[0]["storage"] == {"k": None}
