"""Several processes on one server, which is stopped and started while they write."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from tests.redis.conftest import Connect
from tests.redis.counter import number, one_more
from tests.redis.server import RedisServer
from tests.waiting import wait_until

Counters = list["subprocess.Popen[str]"]


@contextmanager
def counters(url: str, *, processes: int, times: int) -> Iterator[Counters]:
    command = [sys.executable, "-m", "tests.redis.counter", url, "visits", str(times)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(processes)]
    try:
        for process in running:
            assert process.stdout is not None
            assert process.stdout.readline() == "started\n"
        yield running
    finally:
        for process in running:
            process.kill()
            process.communicate()


def results(running: Counters) -> tuple[int, int]:
    """Return how many writes were acknowledged by all together, and of how many nobody knows."""
    answers = [process.communicate(timeout=120)[0].split() for process in running]
    assert [process.returncode for process in running] == [0] * len(running)
    return sum(int(acknowledged) for acknowledged, _ in answers), sum(int(unknown) for _, unknown in answers)


def test_no_increment_of_four_processes_is_lost(server: RedisServer, connect: Connect) -> None:
    """4 processes × 2,500 give 10,000, and as many revisions."""
    with counters(server.url, processes=4, times=2500) as running:
        assert results(running) == (10_000, 0)
    entry = connect().read("visits")
    assert entry is not None
    assert (entry.text, entry.revision) == ("10000", 10_000)


def test_no_increment_of_eight_threads_is_lost(connect: Connect) -> None:
    """Threads of one store contend as processes do."""
    store = connect()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: store.update("visits", one_more), range(2000)))
    assert number(store, "visits") == 2000


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_writers_that_wait_never_notice_a_restart(server: RedisServer, connect: Connect, how: signal.Signals) -> None:
    """Each write happens once: none is lost, and none is repeated because its answer was."""
    reader = connect(wait=30)
    seen: list[int] = []
    reader.watch("visits", lambda: seen.append(number(reader, "visits")))
    with counters(f"{server.url}?wait=60", processes=3, times=500) as running:
        for reached in (200, 600, 1000):
            wait_until(lambda reached=reached: number(reader, "visits") >= reached, f"{reached} visits", 60)
            server.stop(how)
            server.start()
        assert results(running) == (1500, 0)
    assert number(reader, "visits") == 1500
    wait_until(lambda: seen[-1:] == [1500], "the watcher has seen the last write")
    assert seen == sorted(seen)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_writers_that_do_not_wait_know_what_is_stored(
    server: RedisServer, connect: Connect, how: signal.Signals
) -> None:
    """What was acknowledged is there; beyond it there is at most what an error called unknown."""
    reader = connect(wait=30)
    seen: list[int] = []
    reader.watch("visits", lambda: seen.append(number(reader, "visits")))
    with counters(server.url, processes=3, times=500) as running:
        for reached in (200, 600, 1000):
            wait_until(lambda reached=reached: number(reader, "visits") >= reached, f"{reached} visits", 60)
            server.stop(how)
            server.start()
        acknowledged, unknown = results(running)
    final = number(reader, "visits")
    assert acknowledged == 1500
    assert acknowledged <= final <= acknowledged + unknown
    wait_until(lambda: seen[-1:] == [final], "the watcher has seen the last write")
