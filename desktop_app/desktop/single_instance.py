"""One process for each app and user: a later start hands over what it was given, and ends."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import struct
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from desktop_app.desktop.process_lock import ProcessLock
from desktop_app.errors import NotAnswering
from desktop_app.events.request import Start

log = logging.getLogger("desktop_app.desktop")
PATIENCE = 10.0  # seconds in which the first process has to show a window
TURN = 2.0  # seconds in which who has connected has to say what it wants
PAUSE = 0.05  # seconds between two attempts to reach the first process
SIZE_LIMIT = 8 * 1024 * 1024  # bytes of a message; systems allow about 2 MB of arguments
PATH_LIMIT = 100  # bytes of a socket's path; systems allow 104 to 108
SHOWN = b"shown"

Open = Callable[[Start], bool]  # opens a window in the front; returns whether it is there


class Card(BaseModel):
    """Where the first process is reached; kept in a file that only this user may read."""

    address: str
    key: str
    process: int


class HandOver(BaseModel):
    """What a later start says. File names need not be text, so they travel as bytes."""

    model_config = ConfigDict(extra="forbid", ser_json_bytes="base64", val_json_bytes="base64")

    key: str
    arguments: tuple[bytes, ...]
    folder: bytes | None

    @classmethod
    def of(cls, start: Start, key: str) -> HandOver:
        """Return what says that a start was given this."""
        folder = None if start.folder is None else os.fsencode(start.folder)
        return cls(key=key, arguments=tuple(map(os.fsencode, start.arguments)), folder=folder)

    @property
    def start(self) -> Start:
        """What the start was given."""
        folder = None if self.folder is None else Path(os.fsdecode(self.folder))
        return Start(tuple(map(os.fsdecode, self.arguments)), folder)


class SingleInstance:
    """Finds out whether this process is the first of its app, and lets it hear of later ones.

    Who holds a lock is the first. It listens at a local socket in a folder that only this user may enter, or at a named
    pipe; a message needs the key that is in a file which only this user may read.

    Args:
        folder: where the app keeps its data.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = ProcessLock(folder / "instance.lock")
        self._card = folder / "instance.json"
        self._key = secrets.token_urlsafe(32)
        self._listener: Listener | None = None
        self._place: Path | None = None  # the socket's folder
        self._ending = False

    def begin(self, start: Start, patience: float = PATIENCE) -> bool:
        """Return True if this process is the first; otherwise hand over to the first, and return False.

        Args:
            start: what this process was given.
            patience: seconds in which the first one has to answer.

        Raises:
            NotAnswering: there is another one, and it does not show a window.
        """
        deadline = time.monotonic() + patience
        while not self._acquire():
            if self._hand_over(start, deadline):
                return False
            if time.monotonic() > deadline:
                raise NotAnswering(self._complaint(patience))
            time.sleep(PAUSE)  # it has just started, or is just ending
        self._announce()
        return True

    def listen(self, open_window: Open) -> None:
        """Call `open_window`, on a thread of its own, for what each later start was given."""
        if self._listener is not None:
            arguments = (self._listener, open_window)
            threading.Thread(target=self._accept, args=arguments, name="later-starts", daemon=True).start()

    def end_listening(self) -> None:
        """Hear no more of later starts: they wait until `end`, and one of them is the first then."""
        self._ending = True
        if self._listener is None:
            return
        self._card.unlink(missing_ok=True)
        with suppress(OSError, EOFError):  # lets the thread that accepts see that this is the end
            Client(self._listener.address).close()
        self._listener.close()
        if self._place is not None:
            with suppress(OSError):
                self._place.rmdir()
        self._listener = None

    def end(self) -> None:
        """Let another process be the first."""
        self.end_listening()
        self._lock.release()

    def _acquire(self) -> bool:
        try:
            return self._lock.acquire()
        except OSError as error:
            log.warning("a second start of this app will not be noticed: %s", error)
            return True

    def _announce(self) -> None:
        self._remove_leftovers()
        try:
            self._listener = self._bind()
            card = Card(address=str(self._listener.address), key=self._key, process=os.getpid())
            _write_private(self._card, card.model_dump_json())
        except OSError as error:
            log.warning("this app cannot hear of a second start: %s", error)

    def _bind(self) -> Listener:
        if sys.platform == "win32":
            return Listener(rf"\\.\pipe\desktop-blocks-{secrets.token_hex(16)}", "AF_PIPE", backlog=64)
        self._place = _private_folder()
        return Listener(str(self._place / "socket"), "AF_UNIX", backlog=64)

    def _remove_leftovers(self) -> None:
        """Remove the socket of a process that was killed."""
        card = self._read_card()
        if card is not None and sys.platform != "win32":
            left = Path(card.address)
            with suppress(OSError):
                if left.is_socket():
                    left.unlink()
                    left.parent.rmdir()

    def _read_card(self) -> Card | None:
        try:
            return Card.model_validate_json(self._card.read_bytes())
        except (OSError, ValidationError):  # it has just started, or is just ending
            return None

    def _hand_over(self, start: Start, deadline: float) -> bool:
        """Return whether the first process has shown a window for this start."""
        card = self._read_card()
        if card is None:
            return False
        try:
            with Client(card.address) as connection:
                connection.send_bytes(HandOver.of(start, card.key).model_dump_json().encode())
                return connection.poll(max(0, deadline - time.monotonic())) and connection.recv_bytes(16) == SHOWN
        except (OSError, EOFError):
            return False

    def _complaint(self, patience: float) -> str:
        card = self._read_card()
        which = f" (process {card.process})" if card is not None else ""
        return (
            f"This app runs already{which}, but has not opened a window within {patience:g} s. End it, and start this "
            "one again; launch(single_instance=False) lets several run."
        )

    def _accept(self, listener: Listener, open_window: Open) -> None:
        while True:
            try:
                connection = listener.accept()
            except (OSError, EOFError) as error:
                if self._ending:
                    return
                log.warning("a later start could not be heard: %s", error)
                time.sleep(PAUSE)
                continue
            if self._ending:
                connection.close()
                return
            # Each on a thread of its own, so that one who says nothing keeps nobody waiting.
            arguments = (connection, open_window)
            threading.Thread(target=self._serve, args=arguments, name="later-start", daemon=True).start()

    def _serve(self, connection: Connection, open_window: Open) -> None:
        with connection:
            try:
                message = HandOver.model_validate_json(_receive(connection))
                if not secrets.compare_digest(message.key.encode(), self._key.encode()):
                    raise PermissionError("it does not have the key")
            except (EOFError, OSError, ValidationError) as error:
                if not self._ending:
                    log.warning("what came in place of a later start was refused: %s", type(error).__name__)
                return
            try:
                if not self._ending and open_window(message.start):
                    connection.send_bytes(SHOWN)
            except OSError:
                log.warning("a later start has not waited for its window")
            except Exception:
                log.exception("a window could not be opened for a later start")


def _receive(connection: Connection) -> bytes:
    """Return a message that is there in time."""
    if not connection.poll(TURN):
        raise TimeoutError("nothing was said")
    if sys.platform != "win32":  # there a message comes as a whole
        with socket.socket(fileno=os.dup(connection.fileno())) as same:
            same.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("@ll", int(TURN), 0))
    return connection.recv_bytes(SIZE_LIMIT)


def _private_folder() -> Path:
    """Make a folder that only this user may enter, with a path short enough for a socket."""
    candidates = [os.environ.get("XDG_RUNTIME_DIR"), tempfile.gettempdir(), "/tmp"]  # noqa: S108 - made by mkdtemp
    for candidate in candidates:
        if candidate and len(os.fsencode(candidate)) + len("/desktop-blocks-12345678/socket") <= PATH_LIMIT:
            with suppress(OSError):
                return Path(tempfile.mkdtemp(prefix="desktop-blocks-", dir=candidate))
    raise OSError(f"none of {', '.join(str(each) for each in candidates if each)} can hold a socket")


def _write_private(path: Path, text: str) -> None:
    """Write a file for this user alone; who reads it finds the old text or the new one."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    beside.replace(path)
