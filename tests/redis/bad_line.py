"""A network between store and server that loses what it is told to lose."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Callable

Loss = Callable[[socket.socket, bytes], None]


class BadLine:
    """Passes on what it gets, until a transaction comes that is to be lost: then the store's connection breaks.

    Args:
        port: the server's, on this machine.
    """

    def __init__(self, port: int) -> None:
        self._server_port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"redis://127.0.0.1:{self._listener.getsockname()[1]}/0"
        self._loss: Loss | None = None
        self._last: Loss | None = None
        self._late: Callable[[], None] | None = None
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def lose_question(self) -> None:
        """Let the next transaction never reach the server."""
        self._loss = lambda server, question: None

    def lose_answer(self, *, then_be_silent: bool = False) -> None:
        """Let the next transaction reach the server, and its answer nobody; then, perhaps, break for good."""

        def lose(server: socket.socket, question: bytes) -> None:
            server.sendall(question)
            answer = server.recv(65536)
            while b"*" not in answer:  # the answer to EXEC is the only array
                answer += server.recv(65536)
            if then_be_silent:
                self.close()

        self._loss = lose

    def delay_question(self) -> None:
        """Keep the next transaction until `deliver`."""

        def keep(server: socket.socket, question: bytes) -> None:
            kept = server.dup()

            def deliver() -> None:
                with kept:
                    kept.sendall(question)
                    assert kept.recv(65536)

            self._late = deliver

        self._loss = keep

    def deliver(self) -> None:
        """Let the server have the transaction that was kept, though nobody is there for its answer."""
        assert self._late is not None
        self._late()

    def close(self) -> None:
        """Refuse new connections."""
        try:
            self._listener.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # closed already
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                store, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._pass_on, args=[store], daemon=True).start()

    def _pass_on(self, store: socket.socket) -> None:
        with store, socket.create_connection(("127.0.0.1", self._server_port)) as server:
            while True:
                for source in select.select([store, server], [], [])[0]:
                    try:
                        data = source.recv(65536)
                        if source is store and self._loss and b"EXEC" in data:
                            loss, self._loss = self._loss, None
                            loss(server, data)
                            return
                        if not data:
                            return
                        (server if source is store else store).sendall(data)
                    except OSError:
                        return
