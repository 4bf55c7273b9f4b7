"""What keeps values beyond the life of the process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Entry:
    """A stored value.

    Attributes:
        text: what is stored; None says that it was deleted.
        revision: 1, 2, 3 …, counted up by every write of its key.
        version: of the form that the text has, for migrations.
    """

    text: str | None
    revision: int
    version: int = 1


class Store(Protocol):
    """Keeps entries by key; every method may be called from any thread.

    Attributes:
        durable: whether what is written is there at the next start.
        notices: sentences for the user about what happened when it was opened.
    """

    durable: bool
    notices: list[str]

    def read(self, key: str) -> Entry | None:
        """Return what is stored, None if nothing ever was.

        Raises:
            StoreError: it cannot be read.
        """

    def update(self, key: str, change: Callable[[Entry | None], Entry | None]) -> Entry | None:
        """Write what `change` makes of what is stored, atomically against every other writer; durable on return.

        Args:
            key: names the entry.
            change: gets what is stored and returns what is to be; None leaves it as it is. It may be called again if
                another wrote meanwhile. What it raises passes through, and nothing is written.

        Returns:
            What is stored now.

        Raises:
            StoreError: it cannot be written; what was stored still is, unless the message says that it is not known.
        """

    def watch(self, key: str, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after another's write of the key, from any thread; return what ends that."""

    def close(self) -> None:
        """Let go of files and connections."""
