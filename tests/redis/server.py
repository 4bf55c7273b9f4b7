"""Debian's redis-server, on a free port of this machine alone."""

from __future__ import annotations

import signal
import socket
import subprocess
from pathlib import Path

import redis

from tests.waiting import wait_until


class RedisServer:
    """A server that can be stopped in several ways and started again, with what it kept on disk."""

    def __init__(self, folder: Path, *, durable: bool = True, password: str = "") -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.password = password
        self.socket = folder / "redis.sock"
        durability = ["--appendonly", "yes", "--appendfsync", "always"] if durable else ["--appendonly", "no"]
        place = ["--bind", "127.0.0.1", "--port", str(self.port), "--dir", str(folder), "--save", ""]
        place += ["--unixsocket", str(self.socket)]
        self._command = ["redis-server", *place, *durability, *(["--requirepass", password] if password else [])]
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"redis://{f':{self.password}@' if self.password else ''}127.0.0.1:{self.port}/0"

    @property
    def client(self) -> redis.Redis:
        """A client of redis-py's own, to look behind the scenes."""
        return redis.Redis(port=self.port, password=self.password or None, decode_responses=True)

    def start(self) -> None:
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)
        wait_until(self._answers, "the Redis server answers")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(20)
            self._process = None

    def freeze(self) -> None:
        """Let it answer nobody, with its connections open."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, "redis-server ended"
        try:
            with self.client as client:
                return bool(client.ping())
        except redis.ConnectionError:
            return False
