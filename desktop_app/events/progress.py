"""How far a handler has come."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable
from contextvars import ContextVar
from functools import partial
from numbers import Integral
from typing import Any, Protocol, TypeVar

from desktop_app.events.bar import Bar as Bar
from desktop_app.events.bar import Count, within
from desktop_app.events.garbage import is_collecting
from desktop_app.events.loop import Loop

T = TypeVar("T")
tracked: ContextVar[Progress | None] = ContextVar("tracked", default=None)  # of the run whose tqdm bars are shown


class Moving(Protocol):
    """Something that has a bar."""

    def bar(self) -> Bar:
        """Return how it looks now."""


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
        self._told: Callable[[], Bar] | None = None
        self._moving: list[Moving] = []

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
        """Return all bars as they are now, outermost first; on any thread."""
        told = self._told
        return (*(moving.bar() for moving in list(self._moving)), *(() if told is None else (told(),)))

    def __call__(
        self,
        progress: float | tuple[float, float | None] | None,
        desc: str | None = None,
        total: float | None = None,
        unit: str = "steps",
    ) -> None:
        """Show how much is done, inside of the loops that are under way, until one of them moves or another begins.

        Args:
            progress: a part from 0 to 1, or so many of so many as in `(3, 10)`; of `(3, None)` nobody knows how much
                there is. None shows what is being done without an amount, and nothing if it is not said either.
            desc: what is being done.
            total: how many there are, for a `progress` that is a whole number of steps.
            unit: what is counted.

        Raises:
            TypeError: `progress` is none of these.
        """
        self._told = _told(progress, desc, total, unit)
        self.tell()

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

        Returns:
            What to go through by `for` or `async for`, with the same items.
        """
        return Loop(self, iterable, desc, total, unit)

    def update(self, n: float = 1) -> None:
        """Move the innermost bar on that `tqdm` has made.

        Args:
            n: how much more is done, in its unit.
        """
        count = self._innermost()
        if count is not None:
            count.done += n
            self.moved()

    def close(self) -> None:
        """Remove the innermost bar that `tqdm` has made."""
        count = self._innermost()
        if count is not None:
            self.leave(count)

    def enter(self, moving: Moving) -> None:
        """Show its bar, inside of those that are there."""
        self._moving.append(moving)
        self.moved()

    def leave(self, moving: Moving) -> None:
        """Remove its bar, if it is there."""
        try:
            self._moving.remove(moving)
        except ValueError:
            return
        self.moved()

    def moved(self) -> None:
        """A loop has begun, moved or ended."""
        self._told = None
        self.tell()

    def tell(self) -> None:
        """A bar looks different now."""
        if self._changed is not None and not is_collecting():
            self._changed(self)

    def _innermost(self) -> Count | None:
        return next((moving for moving in reversed(list(self._moving)) if isinstance(moving, Count)), None)


def _told(progress: Any, desc: str | None, total: float | None, unit: str) -> Callable[[], Bar] | None:
    """Return what makes the bar when somebody looks."""
    if progress is None:
        return None if desc is None else partial(Bar, desc)
    done, of = progress if isinstance(progress, tuple) and len(progress) == 2 else (progress, None)
    if not _is_number(done) or not (of is None or _is_number(of)):
        raise TypeError(f"progress() takes a part from 0 to 1, or a tuple such as (3, 10), not {progress!r}")
    if isinstance(progress, tuple):
        return Count(desc, done, total if of is None else of, unit).bar
    if total is not None and (isinstance(done, Integral) or float(done) > 1):
        return Count(desc, done, total, unit).bar
    return partial(Bar, desc, within(done))


def _is_number(value: Any) -> bool:
    return isinstance(value, float | int) or hasattr(value, "__float__")  # those of numpy and others, too
