"""Hearing of others' writes to a Redis server."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

log = logging.getLogger("desktop_app")

TURN = 0.2  # seconds: how soon a new watch is subscribed to and an end is noticed


class RedisSubscription:
    """Calls functions when their channel is heard, in one daemon thread that reconnects by itself.

    Each function is also called whenever its channel has just been subscribed to, the first time and after every
    reconnection, as something may have been written while nobody listened. What is heard meanwhile is one call.

    Args:
        connection: a connection of redis-py that is nobody else's.
        shown: the server's place, for the log.
        timeout: seconds of silence after which the server is asked whether it is still there, and again until it is
            given up.
        ignored: says of a message whether it is of no interest.
    """

    def __init__(self, connection: Any, shown: str, timeout: float, ignored: Callable[[str], bool]) -> None:
        self._connection = connection
        self._shown = shown
        self._timeout = timeout
        self._ignored = ignored
        self._watched: dict[str, list[Callable[[], None]]] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._renewing = threading.Event()
        self._lost = False

    def watch(self, channel: str, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` from now on, until the function that is returned is called."""

        def end() -> None:
            with self._lock:
                if changed in self._watched.get(channel, ()):
                    self._watched[channel].remove(changed)
                if not self._watched.get(channel, True):
                    del self._watched[channel]

        with self._lock:
            self._watched.setdefault(channel, []).append(changed)
            if self._thread is None and not self._closing.is_set():
                self._thread = threading.Thread(target=self._run, name="redis-subscription", daemon=True)
                self._thread.start()
        return end

    def renew(self) -> None:
        """Subscribe anew, so that every function is called."""
        self._renewing.set()

    def close(self) -> None:
        """End the thread."""
        self._closing.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(self._timeout)

    def _run(self) -> None:
        import redis

        while not self._closing.is_set():
            try:
                self._listen()
            except (redis.RedisError, OSError) as error:
                if not self._lost:
                    log.warning("Changes at %s are not heard until it answers again: %s", self._shown, error)
                self._lost = True
                self._closing.wait(TURN)
            finally:
                self._connection.disconnect()

    def _listen(self) -> None:
        import redis

        self._renewing.clear()
        self._connection.connect()
        subscribed: set[str] = set()
        heard_at, asked = time.monotonic(), False
        while not (self._closing.is_set() or self._renewing.is_set()):
            with self._lock:
                watched = set(self._watched)
            self._send("SUBSCRIBE", watched - subscribed)
            self._send("UNSUBSCRIBE", subscribed - watched)
            subscribed = watched
            heard = set()
            wait = TURN
            while self._connection.can_read(timeout=wait):
                heard |= self._hear(self._connection.read_response())
                heard_at, asked, wait = time.monotonic(), False, 0
            if time.monotonic() - heard_at > self._timeout:
                if asked:
                    raise redis.TimeoutError("it does not answer")
                self._connection.send_command("PING")
                heard_at, asked = time.monotonic(), True
            for channel in heard:
                self._call(channel)

    def _send(self, command: str, channels: set[str]) -> None:
        if channels:
            self._connection.send_command(command, *channels)

    def _hear(self, answer: Any) -> set[str]:
        """Return the channel whose functions are to be called, if the server's message asks for it."""
        if not isinstance(answer, list) or len(answer) != 3:
            return set()  # to PING
        kind, channel, said = answer[0], answer[1].decode(), answer[2]
        if kind == b"subscribe":
            if self._lost:
                log.info("Changes at %s are heard again.", self._shown)
            self._lost = False
            return {channel}
        return {channel} if kind == b"message" and not self._ignored(said.decode()) else set()

    def _call(self, channel: str) -> None:
        with self._lock:
            functions = list(self._watched.get(channel, ()))
        for changed in functions:
            try:
                changed()
            except Exception:
                log.exception("What watches a stored value failed.")
