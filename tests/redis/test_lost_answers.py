"""A connection that breaks in the middle of a write: the write happens once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.errors import StoreError
from desktop_app.state.store import Entry
from tests.redis.bad_line import BadLine
from tests.redis.conftest import Connect
from tests.redis.counter import number, one_more
from tests.redis.server import RedisServer
from tests.waiting import wait_until


@pytest.fixture
def line(server: RedisServer) -> Iterator[BadLine]:
    line = BadLine(server.port)
    yield line
    line.close()


def test_a_write_whose_answer_was_lost_is_recognised(line: BadLine, connect: Connect) -> None:
    """It is not made again, even if others wrote since."""
    store, other = connect(line.url), connect()
    asked: list[Entry | None] = []

    def change(entry: Entry | None) -> Entry:
        asked.append(entry)
        return one_more(entry)

    line.lose_answer()
    assert store.update("visits", change) == Entry("1", 1)
    assert asked == [None]
    other.update("visits", one_more)
    assert store.update("visits", one_more) == Entry("3", 3)


def test_a_write_that_was_lost_is_made_again(line: BadLine, connect: Connect) -> None:
    """On what is stored by then."""
    store = connect(line.url)
    line.lose_question()
    assert store.update("visits", one_more) == Entry("1", 1)
    assert number(store, "visits") == 1


def test_a_write_that_arrives_late_is_not_made_twice(line: BadLine, connect: Connect) -> None:
    """The server gets it after the store has looked whether it did."""
    store = connect(line.url)
    calls: list[Entry | None] = []

    def change(entry: Entry | None) -> Entry:
        calls.append(entry)
        if len(calls) == 2:
            line.deliver()
        return one_more(entry)

    line.delay_question()
    assert store.update("visits", change) == Entry("1", 1)
    assert calls == [None, None]
    assert number(store, "visits") == 1


def test_a_write_that_arrives_too_late_is_not_made(line: BadLine, connect: Connect) -> None:
    """The server gets it after it was made again."""
    store = connect(line.url)
    line.delay_question()
    store.update("visits", one_more)
    line.deliver()
    assert store.read("visits") == Entry("1", 1)


def test_nobody_claims_to_know_what_cannot_be_known(line: BadLine, connect: Connect) -> None:
    """The error says so if the server stays away after a write whose answer was lost."""
    store = connect(line.url)
    line.lose_answer(then_be_silent=True)
    with pytest.raises(StoreError, match="not known whether this write of 'visits' was stored"):
        store.update("visits", one_more)
    assert number(connect(), "visits") == 1


def test_who_watches_hears_of_a_write_that_nobody_acknowledged(line: BadLine, connect: Connect) -> None:
    """Even of the store's own, which it otherwise need not hear of."""
    store = connect(line.url)
    seen: list[int] = []
    store.watch("visits", lambda: seen.append(number(store, "visits")))
    wait_until(lambda: seen == [0], "the first call")
    line.lose_answer()
    store.update("visits", one_more)
    wait_until(lambda: 1 in seen, "the call for the write")


def test_who_watches_hears_of_a_write_that_arrives_after_all(line: BadLine, connect: Connect) -> None:
    """The error was there long before."""
    store = connect(line.url)
    seen: list[int] = []
    calls: list[Entry | None] = []

    def change(entry: Entry | None) -> Entry:
        calls.append(entry)
        if len(calls) == 2:
            raise ValueError("not again")
        return one_more(entry)

    line.delay_question()
    with pytest.raises(ValueError, match="not again"):
        store.update("visits", change)
    store.watch("visits", lambda: seen.append(number(store, "visits")))
    wait_until(lambda: seen == [0], "the first call")
    line.deliver()
    wait_until(lambda: seen == [0, 1], "the call for the write")


def test_what_remembers_writers_goes_away(server: RedisServer, connect: Connect) -> None:
    """All that is on the server has the package's name before it, and only the entries stay."""
    for _ in range(3):
        connect().update("visits", one_more)
    with server.client as client:
        lives = {name: client.ttl(name) for name in client.scan_iter()}
    assert lives.pop("desktop_app:entry:visits") == -1
    assert len(lives) == 3
    assert all(name.startswith("desktop_app:writer:") and 0 < life <= 3600 for name, life in lives.items())
