"""A store that several machines share: a Redis server."""

from __future__ import annotations

import json
import logging
import math
import os
import random
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import uuid4

from desktop_app.errors import StoreError
from desktop_app.state.redis_address import RedisAddress
from desktop_app.state.redis_subscription import RedisSubscription
from desktop_app.state.store import Entry

log = logging.getLogger("desktop_app")

T = TypeVar("T")

PAUSE = 0.2  # seconds between two tries to reach a server that is away
OVERTAKEN = 60.0  # seconds of being overtaken by other writers, after which an update gives up
MARK_LIFE = 3600  # seconds a writer's last write is remembered, beyond the time it may go on trying


class RedisStore:
    """Keeps entries on a Redis server, for every copy of the app on every machine.

    A write is as durable as the server is told to be: with `appendonly yes` and `appendfsync always` it is on the
    server's disk when `update` returns. A server set up otherwise is named in the log.

    What is on the server begins with `desktop_app:`. An entry is one JSON text, `desktop_app:entry:<key>`; a write is a
    transaction that only happens if nobody wrote the entry since it was read (WATCH, MULTI, EXEC). With the entry it
    writes a mark of who wrote, so that a writer whose answer was lost finds out what became of its write, and never
    writes twice.

    Args:
        url: `redis://[[user]:password@]host[:port][/database]`, with TLS `rediss://…`, or `unix:///path/of/socket`.
            Its query may say the other two, `?timeout=5&wait=10`, and wins.
        timeout: seconds after which a server that does not answer counts as away.
        wait: seconds to go on trying while the server is away; 0 raises at once.

    Raises:
        StoreError: redis-py is missing, the url cannot be read, or no server answers there now: `wait` is for servers
            that go away later.
    """

    durable = True

    def __init__(self, url: str, *, timeout: float = 3, wait: float = 0) -> None:
        self.notices: list[str] = []
        address = RedisAddress.parse(url)
        self.shown = address.shown
        self._timeout = address.options.get("timeout", timeout)
        self._wait = address.options.get("wait", wait)
        self._id = uuid4().hex
        self._closing = threading.Event()
        self._unsure: deque[str] = deque(maxlen=1000)  # writes whose answer was lost
        self._pool = address.pool(self._timeout)
        self._database = self._pool.connection_kwargs.get("db", 0)
        self._subscription = RedisSubscription(
            self._pool.make_connection(), self.shown, self._timeout, self._is_our_own
        )
        try:
            with self._connection() as connection:
                self._ask(connection, ("PING",))
                self._warn_of_forgetfulness(connection)
        except _Away as away:
            raise self._unreachable(away.error) from away.error

    def __repr__(self) -> str:
        return f"RedisStore({self.shown})"

    def read(self, key: str) -> Entry | None:
        """Return what is stored, None if nothing ever was.

        Raises:
            StoreError: the server is away, or refuses.
        """
        return self._persist(lambda connection: self._entry(key, self._ask(connection, ("GET", _name(key)))[0]))

    def update(self, key: str, change: Callable[[Entry | None], Entry | None]) -> Entry | None:
        """Write what `change` makes of what is stored, atomically against every other writer on every machine.

        `change` is called again each time another writer was faster; after a minute of that it is an error.

        Raises:
            StoreError: the server is away, or refuses. If it went away during the write, the message says that it is
                not known whether the value was stored; who watches the key hears of it when the server is back.
        """
        mark, write = self._mark(key), uuid4().hex

        def attempt(connection: Any) -> Entry | None:
            give_up_at = time.monotonic() + OVERTAKEN
            while time.monotonic() < give_up_at:
                _, (text, last) = self._ask(connection, ("WATCH", _name(key)), ("MGET", _name(key), mark))
                stored = self._entry(key, text)
                if last == write.encode():
                    self._ask(connection, ("UNWATCH",))
                    return stored
                wanted = change(stored)
                if wanted is None:
                    self._ask(connection, ("UNWATCH",))
                    return stored
                try:
                    answers = self._ask(
                        connection,
                        ("MULTI",),
                        ("SET", _name(key), _text(wanted)),
                        ("SET", mark, write, "EX", math.ceil(self._wait) + MARK_LIFE),
                        ("PUBLISH", self._channel(key), f"{self._writer()}/{write}"),
                        ("EXEC",),
                    )
                except _Away:
                    self._unsure.append(write)
                    self._subscription.renew()
                    raise
                if answers[-1] is not None:
                    return wanted
                self._closing.wait(random.uniform(0, 0.01))  # noqa: S311 - so that two do not meet for ever
            raise StoreError(
                f"{key!r} was not written: for {OVERTAKEN:g} s others wrote it each time between reading and writing. "
                "Let the function that makes the new value be quick, or write less often."
            )

        try:
            return self._persist(attempt)
        except StoreError as error:
            if write not in self._unsure:
                raise
            raise StoreError(f"{error} It is not known whether this write of {key!r} was stored before.") from error

    def watch(self, key: str, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after another's write of the key; return what ends that.

        It is also called once soon after this call and after each reconnection, as nobody knows what was written
        until then. Calls come one at a time from one thread per store, those of a burst as one.
        """
        return self._subscription.watch(self._channel(key), changed)

    def close(self) -> None:
        """End the connections; whoever waits for the server gets a StoreError."""
        self._closing.set()
        self._subscription.close()
        self._pool.disconnect(inuse_connections=False)

    def _persist(self, attempt: Callable[[Any], T]) -> T:
        """Make an attempt again with a new connection for as long as the server may be away."""
        deadline, tries = math.inf, 0
        while not self._closing.is_set():
            try:
                with self._connection() as connection:
                    return attempt(connection)
            except _Away as away:
                tries += 1
                if tries == 1:
                    deadline = time.monotonic() + self._wait
                    if not away.timed_out:
                        continue  # at once: the connection may be from before a restart of the server
                if time.monotonic() >= deadline:
                    raise self._unreachable(away.error) from away.error
                self._closing.wait(PAUSE)
        raise StoreError(f"The connection to the Redis server at {self.shown} was closed.")

    @contextmanager
    def _connection(self) -> Iterator[Any]:
        """Lend a connection; after any error it is closed, with what it watched and what it has not yet said."""
        with self._errors():
            connection = self._pool.get_connection()
        try:
            yield connection
        except BaseException:
            connection.disconnect()
            raise
        finally:
            self._pool.release(connection)

    def _ask(self, connection: Any, *commands: tuple[Any, ...]) -> list[Any]:
        with self._errors():
            connection.send_packed_command(connection.pack_commands(commands))
            answers = [connection.read_response() for _ in commands]
            for answer in answers:
                for part in answer if isinstance(answer, list) else ():
                    if isinstance(part, Exception):
                        raise part
            return answers

    @contextmanager
    def _errors(self) -> Iterator[None]:
        import redis

        try:
            yield
        except redis.AuthenticationError as error:
            raise StoreError(
                f"The Redis server at {self.shown} refused the user or password ({error}). Correct them in the url."
            ) from error
        except (redis.ConnectionError, redis.TimeoutError) as error:
            raise _Away(error, isinstance(error, redis.TimeoutError)) from error
        except redis.RedisError as error:
            raise StoreError(f"The Redis server at {self.shown} refused a command: {error}") from error

    def _unreachable(self, error: Exception) -> StoreError:
        return StoreError(
            f"The Redis server at {self.shown} does not answer ({str(error).rstrip('.')}). Start it or correct the "
            "url; with ?wait=10 at its end, 10 s pass before a server that goes away later is given up."
        )

    def _warn_of_forgetfulness(self, connection: Any) -> None:
        try:
            (answer,) = self._ask(connection, ("CONFIG", "GET", "append*"))
        except StoreError:  # it may not be asked, as often with a rented one
            return
        settings = dict(zip(answer[::2], answer[1::2], strict=False))
        if settings.get(b"appendonly") != b"yes" or settings.get(b"appendfsync") != b"always":
            log.warning(
                "The Redis server at %s may forget the last writes if it crashes. For values that must stay, set "
                "'appendonly yes' and 'appendfsync always' in its configuration.",
                self.shown,
            )

    def _entry(self, key: str, text: bytes | None) -> Entry | None:
        if text is None:
            return None
        try:
            return Entry(**json.loads(text))
        except (ValueError, TypeError) as error:
            raise StoreError(
                f"What the Redis server at {self.shown} holds as {_name(key)!r} was not written by this app, or by a "
                "newer one. Set it aside with redis-cli's RENAME."
            ) from error

    def _writer(self) -> str:
        return f"{self._id}-{os.getpid()}"  # a forked process is another writer

    def _mark(self, key: str) -> str:
        """Return the name of the mark of who wrote the key: a thread has one write of it at a time."""
        return f"desktop_app:writer:{self._writer()}-{threading.get_ident()}:{key}"

    def _channel(self, key: str) -> str:
        return f"desktop_app:changed:{self._database}:{key}"

    def _is_our_own(self, said: str) -> bool:
        """Tell whether a message is about a write whose answer one of our own calls gets."""
        writer, _, write = said.partition("/")
        return writer == self._writer() and write not in self._unsure


class _Away(Exception):
    """The server could not be reached or went away; its answer may be lost."""

    def __init__(self, error: Exception, timed_out: bool) -> None:
        super().__init__(str(error))
        self.error = error
        self.timed_out = timed_out


def _name(key: str) -> str:
    return f"desktop_app:entry:{key}"


def _text(entry: Entry) -> str:
    return json.dumps({"text": entry.text, "revision": entry.revision, "version": entry.version})
