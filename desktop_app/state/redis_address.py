"""Where a Redis server is, as its url says, and how to reach it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from desktop_app.errors import StoreError

SCHEMES = ("redis", "rediss", "unix")


@dataclass(frozen=True)
class RedisAddress:
    """A url taken apart.

    Attributes:
        url: for redis-py; it may hold a password, so it is never shown.
        shown: the same place without user, password and options, for messages.
        options: what the url's query says about `timeout` and `wait`, in seconds.
    """

    url: str = field(repr=False)
    shown: str
    options: dict[str, float]

    @staticmethod
    def parse(url: str) -> RedisAddress:
        """Take a url apart.

        Args:
            url: `redis://[[user]:password@]host[:port][/database]`, the same with `rediss:` for TLS, or
                `unix:///path/of/socket`; options may follow, such as `?timeout=5&wait=10`.

        Raises:
            StoreError: it is no such url; the message does not repeat it, as a part of it may be a password.
        """
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "localhost", parts.port or 6379
            query = dict(parse_qsl(parts.query, keep_blank_values=True))
            options: dict[str, float] = {name: float(query.pop(name)) for name in ("timeout", "wait") if name in query}
            # An unescaped "/", "?" or "#" in a password ends the host too early.
            complete = parts.scheme == "unix" or url.count("@") == parts.netloc.count("@")
            if parts.scheme not in SCHEMES or not complete:
                raise ValueError
            if parts.scheme != "unix" and not (parts.path.strip("/") or "0").isdigit():
                raise ValueError
        except ValueError:
            raise StoreError(
                "The url of the Redis server cannot be read. It looks like redis://host:6379/0 or "
                "redis://:password@host:6379/0?timeout=3&wait=10, with times in seconds; write special characters of a "
                "password percent-encoded (urllib.parse.quote(password, safe='') does it)."
            ) from None
        if parts.scheme == "unix":
            shown = f"unix://{parts.path}"
        else:
            shown = f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}/{parts.path.strip('/') or '0'}"
        return RedisAddress(f"{url.partition('?')[0]}?{urlencode(query)}", shown, options)

    def pool(self, timeout: float) -> Any:
        """Return redis-py's connection pool for this place.

        Raises:
            StoreError: redis-py is missing, or it does not know an option of the url.
        """
        try:
            from redis import ConnectionPool
            from redis.backoff import NoBackoff
            from redis.retry import Retry
        except ImportError as error:
            raise StoreError(
                'A redis:// store needs the package redis, which is missing: pip install "desktop-blocks[redis]"'
            ) from error
        try:
            # Nothing is sent twice behind our back; and the older protocol has one form of answer on every server.
            pool = ConnectionPool.from_url(
                self.url,
                socket_connect_timeout=timeout,
                socket_timeout=timeout,
                retry=Retry(NoBackoff(), 0),
                protocol=2,
            )
            pool.connection_class(**pool.connection_kwargs)
        except (TypeError, ValueError):
            raise StoreError(
                f"The url of the Redis server at {self.shown} has an option that redis-py refuses."
            ) from None
        return pool
