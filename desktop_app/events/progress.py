"""How far a handler has come."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Sized
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")
tracked: ContextVar[Progress | None] = ContextVar("tracked", default=None)  # of the run whose tqdm bars are shown


@dataclass(frozen=True)
class Bar:
    """One progress bar.

    Args:
        description: what is being done.
        part: how much is done, from 0 to 1; None if nobody knows how much there is.
        count: what is done in words, such as "3/10 steps".
    """

    description: str | None = None
    part: float | None = None
    count: str | None = None


class Moving(Protocol):
    """Something that has a bar."""

    def bar(self) -> Bar:
        """Return it as it is now."""

    def update(self, n: float = 1) -> None:
        """Move it on."""


class Progress:
    """Shows the user how far a handler is, on its outputs.

    Give it to a handler as the default of a parameter; each run gets one of its own. Outside of a run it shows nothing.

    Args:
        track_tqdm: True also shows the bars of `tqdm` that run in the handler, wherever they are made.

    Example:
        >>> def work(files, progress=Progress()):
        ...     progress(0, desc="Starting")
        ...     for file in progress.tqdm(files, desc="Reading"):
        ...         read(file)
    """

    def __init__(self, track_tqdm: bool = False) -> None:
        self.track_tqdm = track_tqdm
        self._changed: Callable[[Progress], None] | None = None
        self._bar: Bar | None = None
        self._loops: list[Moving] = []

    def bound(self, changed: Callable[[Progress], None]) -> Progress:
        """Return the progress of one run.

        Args:
            changed: is called at each step; whoever wants to see `bars` looks at them when there is time.
        """
        progress = Progress(self.track_tqdm)
        progress._changed = changed
        if self.track_tqdm:
            from desktop_app.events.tqdm_tracking import install  # most handlers do without

            install()
            tracked.set(progress)
        return progress

    def bars(self) -> tuple[Bar, ...]:
        """Return all bars as they are now, outermost first."""
        own = () if self._bar is None else (self._bar,)
        return (*own, *(loop.bar() for loop in list(self._loops)))

    def __call__(
        self,
        progress: float | tuple[int, int | None] | None,
        desc: str | None = None,
        total: float | None = None,
        unit: str = "steps",
    ) -> None:
        """Show how much is done.

        Args:
            progress: a part from 0 to 1, or so many of so many; of a total that is None or not there nobody knows how
                much there is. None shows a bar without an amount.
            desc: what is being done.
            total: how many there are, for a number of steps that is no tuple.
            unit: what is counted.

        Raises:
            TypeError: `progress` is none of these.
        """
        if isinstance(progress, tuple):
            done, of = progress
            self._bar = Bar(desc, part(done, of), count(done, of, unit))
        elif progress is None:
            self._bar = Bar(desc)
        elif total is not None:
            self._bar = Bar(desc, part(progress, total), count(progress, total, unit))
        elif isinstance(progress, int | float):
            self._bar = Bar(desc, min(1.0, max(0.0, float(progress))))
        else:
            raise TypeError(f"progress() takes a part from 0 to 1, or a tuple such as (3, 10), not {progress!r}")
        self.refresh()

    def tqdm(
        self,
        iterable: Iterable[T] | AsyncIterable[T] | None,
        desc: str | None = None,
        total: float | None = None,
        unit: str = "steps",
    ) -> Loop[T]:
        """Go through an iterable and show how far it is; a loop inside of a loop has a bar of its own.

        Args:
            iterable: what to go through, also asynchronously; None for a bar that `update` moves on.
            desc: what is being done.
            total: how many there are; by default the iterable's length, if it has one.
            unit: what is counted.
        """
        if total is None and isinstance(iterable, Sized):
            total = len(iterable)
        loop = Loop(self, iterable, desc, total, unit)
        if iterable is None:
            self.enter(loop)
        return loop

    def update(self, n: float = 1) -> None:
        """Move the innermost bar on by `n`."""
        if self._loops:
            self._loops[-1].update(n)

    def close(self) -> None:
        """Remove the innermost bar."""
        if self._loops:
            self.leave(self._loops[-1])

    def enter(self, loop: Moving) -> None:
        """Show the bar of a loop."""
        self._loops.append(loop)
        self.refresh()

    def leave(self, loop: Moving) -> None:
        """Remove the bar of a loop."""
        if loop in self._loops:
            self._loops.remove(loop)
            self.refresh()

    def refresh(self) -> None:
        """A bar is another now."""
        if self._changed is not None:
            self._changed(self)


class Loop(Iterable[T], AsyncIterable[T]):
    """Something that is gone through, with a bar; see `Progress.tqdm`."""

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
        self._desc = desc
        self._total = total
        self._unit = unit
        self._done = 0.0

    def __iter__(self) -> Iterator[T]:
        if not isinstance(self._iterable, Iterable):
            raise TypeError(f"{self._iterable!r} can only be gone through by `async for`")
        self._progress.enter(self)
        try:
            for item in self._iterable:
                yield item
                self.update()
        finally:
            self._progress.leave(self)

    async def __aiter__(self) -> AsyncIterator[T]:
        if not isinstance(self._iterable, AsyncIterable):
            raise TypeError(f"{self._iterable!r} cannot be gone through by `async for`")
        self._progress.enter(self)
        try:
            async for item in self._iterable:
                yield item
                self.update()
        finally:
            self._progress.leave(self)

    def update(self, n: float = 1) -> None:
        """Move the bar on by `n`."""
        self._done += n
        self._progress.refresh()

    def bar(self) -> Bar:
        """Return it as it is now."""
        return Bar(self._desc, part(self._done, self._total), count(self._done, self._total, self._unit))


def part(done: float, total: float | None) -> float | None:
    """Return how much is done, from 0 to 1; None if nobody knows how much there is."""
    return min(1.0, done / total) if total else None


def count(done: float, total: float | None, unit: str) -> str:
    """Return what is done in words."""
    return f"{done:g}/{total:g} {unit}" if total is not None else f"{done:g} {unit}"
