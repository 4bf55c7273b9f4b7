"""Hearing of others' writes."""

from __future__ import annotations

import logging
import signal
import threading
from collections import Counter

import pytest

from tests.redis.conftest import Connect
from tests.redis.counter import number, one_more
from tests.redis.server import RedisServer
from tests.waiting import wait_until


def test_others_writes_are_heard_and_ones_own_are_not(connect: Connect) -> None:
    """Nor those of other keys."""
    store, other = connect(), connect()
    calls: Counter[str] = Counter()
    for key in ("visits", "barrier"):
        store.watch(key, lambda key=key: calls.update([key]))  # type: ignore[misc]
    wait_until(lambda: calls == {"visits": 1, "barrier": 1}, "a call each, as both are listened to now")
    for _ in range(10):
        store.update("visits", one_more)
    for round_ in (2, 3):  # the second is heard after all that the first was heard with was told
        other.update("barrier", one_more)
        wait_until(lambda round_=round_: calls["barrier"] == round_, "the barrier is heard")
    assert calls["visits"] == 1
    other.update("visits", one_more)
    wait_until(lambda: calls["visits"] == 2, "the other's write is heard")


def test_every_store_hears_and_the_last_value_is_seen(connect: Connect) -> None:
    """A burst may be one call, but none after the last write is left out."""
    stores = [connect() for _ in range(5)]
    seen: list[list[int]] = [[] for _ in stores]
    for store, values in zip(stores, seen, strict=True):
        store.watch("visits", lambda store=store, values=values: values.append(number(store, "visits")))  # type: ignore[misc]
    writer = connect()
    for _ in range(200):
        writer.update("visits", one_more)
    wait_until(lambda: [values[-1:] for values in seen] == [[200]] * 5, "all have seen the last value")
    assert all(values == sorted(values) for values in seen)


def test_a_watch_ends(connect: Connect) -> None:
    """One of two that watch a key, then the other."""
    store, other = connect(), connect()
    calls: Counter[str] = Counter()
    ends = [store.watch("visits", lambda name=name: calls.update([name])) for name in ("a", "b")]  # type: ignore[misc]
    wait_until(lambda: calls["a"] and calls["b"], "both are called")
    ends[0]()
    before = Counter(calls)
    other.update("visits", one_more)
    wait_until(lambda: calls["b"] > before["b"], "the other one is called")
    assert calls["a"] == before["a"]
    for _ in range(2):
        ends[1]()
    before = Counter(calls)
    store.watch("barrier", lambda: calls.update(["barrier"]))
    wait_until(lambda: calls["barrier"], "another key is listened to")
    other.update("visits", one_more)
    other.update("barrier", one_more)
    wait_until(lambda: calls["barrier"] == 2, "the other key is heard")
    assert calls["b"] == before["b"]


def test_one_that_raises_does_not_keep_others_from_hearing(connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    """The log has its traceback."""
    store, other, calls = connect(), connect(), []
    store.watch("visits", lambda: calls.append(1 / 0))
    store.watch("visits", lambda: calls.append(0))
    wait_until(lambda: calls, "the other one is called")
    before = len(calls)
    other.update("visits", one_more)
    wait_until(lambda: len(calls) > before, "the other one is called again")
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_after_a_reconnection_every_key_is_looked_at(
    server: RedisServer, connect: Connect, caplog: pytest.LogCaptureFixture, how: signal.Signals
) -> None:
    """What was written before anybody listened again is seen; the log says once each that it was lost and is back."""
    caplog.set_level(logging.INFO)
    store = connect(wait=20)
    seen: dict[str, list[int]] = {"visits": [], "likes": []}
    for key, values in seen.items():
        store.watch(key, lambda key=key, values=values: values.append(number(store, key)))  # type: ignore[misc]
    wait_until(lambda: all(seen.values()), "both are listened to")
    server.stop(how)
    wait_until(lambda: "are not heard until it answers again" in caplog.text, "the loss is noticed")
    server.start()
    other = connect()
    for key in seen:
        other.update(key, one_more)
    wait_until(lambda: all(values[-1] == 1 for values in seen.values()), "both writes are seen")
    wait_until(lambda: "are heard again" in caplog.text, "the log says so")
    assert caplog.text.count("are not heard") == 1


def test_a_server_that_falls_silent_is_noticed(
    server: RedisServer, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    """With its connections open, as behind a cable that was pulled."""
    store, calls = connect(timeout=0.3), []
    store.watch("visits", lambda: calls.append(0))
    wait_until(lambda: calls, "it is listened to")
    server.freeze()
    wait_until(lambda: "are not heard until it answers again" in caplog.text, "the silence is noticed")
    before = len(calls)
    server.thaw()
    wait_until(lambda: len(calls) > before, "it is listened to again")


def test_a_quiet_server_is_not_taken_for_a_silent_one(connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    """It is asked, and answers, with and without a watched key."""
    store, other, calls = connect(timeout=0.05), connect(), []
    end = store.watch("visits", lambda: calls.append(0))
    with other._connection() as connection:

        def pings() -> int:
            """Return how often the server was asked by anybody."""
            (text,) = other._ask(connection, ("INFO", "commandstats"))
            return int(text.decode().partition("cmdstat_ping:calls=")[2].partition(",")[0] or 0)

        before = pings()
        wait_until(lambda: pings() > before + 3, "the server was asked several times")
        end()
        before = pings()
        wait_until(lambda: pings() > before + 3, "the server was asked several times more")
    assert caplog.text == ""
    assert len(calls) == 1


def test_databases_of_one_server_do_not_hear_each_other(server: RedisServer, connect: Connect) -> None:
    """Redis itself would let them."""
    store, other = connect(), connect(server.url.removesuffix("0") + "1")
    calls: Counter[str] = Counter()
    store.watch("visits", lambda: calls.update(["first"]))
    other.watch("visits", lambda: calls.update(["second"]))
    wait_until(lambda: len(calls) == 2, "both are listened to")
    connect(server.url.removesuffix("0") + "1").update("visits", one_more)
    wait_until(lambda: calls["second"] == 2, "the write is heard")
    assert calls["first"] == 1
    assert store.read("visits") is None


def test_closing_ends_the_thread(connect: Connect) -> None:
    """Also if what is called closes the store."""
    for _ in range(3):
        store = connect()
        store.watch("visits", store.close)
    patient = connect()
    patient.watch("visits", lambda: None)
    patient.close()
    assert patient.watch("visits", lambda: None)() is None
    wait_until(lambda: "redis-subscription" not in {t.name for t in threading.enumerate()}, "all threads have ended")
