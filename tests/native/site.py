"""A web site on this machine that notes who comes."""

from __future__ import annotations

import socket
import threading
from types import TracebackType


class Site:
    """Listens for TCP and UDP at one address each, and answers nobody.

    Attributes:
        visits: what each that came said first.
    """

    def __init__(self) -> None:
        self.visits: list[bytes] = []
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", 0))
        self.host = f"127.0.0.1:{self._tcp.getsockname()[1]}"
        self.url = f"http://{self.host}"
        self.udp_port = self._udp.getsockname()[1]
        for listen in (self._accept, self._receive):
            threading.Thread(target=listen, daemon=True).start()

    def knock(self) -> None:
        """Visit it, to show that it notes visits."""
        with socket.create_connection(self._tcp.getsockname()) as connection:
            connection.sendall(b"knock")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            sender.sendto(b"knock", self._udp.getsockname())

    def __enter__(self) -> Site:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tcp.close()
        self._udp.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._tcp.accept()
            except OSError:  # the test is over
                return
            with connection:
                connection.settimeout(1)
                try:
                    self.visits.append(connection.recv(200))
                except OSError:
                    self.visits.append(b"")

    def _receive(self) -> None:
        while True:
            try:
                self.visits.append(self._udp.recv(200))
            except OSError:
                return
