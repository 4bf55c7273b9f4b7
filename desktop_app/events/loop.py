"""Going through something and showing how far it is."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from desktop_app.events.bar import Count

if TYPE_CHECKING:
    from desktop_app.events.progress import Progress

T = TypeVar("T")


class Loop(Iterable[T], AsyncIterable[T]):
    """What `Progress.tqdm` returns: a bar that is there while something is gone through, or until it is closed.

    Leaving a loop early removes the bar; after `async for` the event loop does, at its next turn.

    Args:
        progress: whose bar it is.
        iterable: what to go through; None for a bar that `update` moves on.
        desc: what is being done.
        total: how many there are; by default as many as the iterable says.
        unit: what is counted.
    """

    def __init__(
        self,
        progress: Progress,
        iterable: Iterable[T] | AsyncIterable[T] | None,
        desc: str | None,
        total: float | None,
        unit: str,
    ) -> None:
        self._progress = progress
        self._iterable = iterable
        self._count = Count(desc, 0, total if total is not None else _length(iterable), unit)
        if iterable is None:
            progress.enter(self._count)

    def __iter__(self) -> Iterator[T]:
        try:
            items = iter(self._iterable)  # type: ignore[arg-type]
        except TypeError:
            raise TypeError(f"{self._iterable!r} cannot be gone through by `for`; `async for` may do.") from None
        self._begin()
        try:
            for item in items:
                yield item
                self.update()
        finally:
            self.close()

    async def __aiter__(self) -> AsyncIterator[T]:
        if not isinstance(self._iterable, AsyncIterable):
            raise TypeError(f"{self._iterable!r} cannot be gone through by `async for`.")
        self._begin()
        try:
            async for item in self._iterable:
                yield item
                self.update()
        finally:
            self.close()

    def __len__(self) -> int:
        length = _length(self._iterable) if self._iterable is not None else self._count.total
        if length is None:
            raise TypeError(f"{self._iterable!r} has no length.")
        return int(length)

    def update(self, n: float = 1) -> None:
        """Move the bar on by `n`."""
        self._count.done += n
        self._progress.moved()

    def close(self) -> None:
        """Remove the bar."""
        self._progress.leave(self._count)

    def _begin(self) -> None:
        self._count.done = 0
        self._progress.enter(self._count)


def _length(iterable: Any) -> int | None:
    try:
        return len(iterable)
    except Exception:  # a data loader, say, that has a length for some kinds of data alone
        return None
