"""Fixtures: a Redis server of the test's own, and stores on it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from desktop_app.state.redis_store import RedisStore
from tests.redis.server import RedisServer

Connect = Callable[..., RedisStore]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    """A server that has every write on disk before it answers."""
    server = RedisServer(tmp_path)
    yield server
    server.stop(signal.SIGKILL)


@pytest.fixture
def connect(server: RedisServer) -> Iterator[Connect]:
    """Open another store on the server, with the options of `RedisStore` or an address of another one."""
    with ExitStack() as stores:

        def connect(url: str = "", **options: float) -> RedisStore:
            return stores.enter_context(closing(RedisStore(url or server.url, **options)))

        yield connect
