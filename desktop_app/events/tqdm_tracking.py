"""Showing the bars of `tqdm` that run inside a handler.

tqdm calls nobody when a bar moves on, so its class is made to: once in a process, at the first run that asks for it.
"""

from __future__ import annotations

import functools
import importlib
import threading
import weakref
from collections.abc import Callable, Iterator
from typing import Any

from desktop_app.events.bar import Bar, Count, part_of
from desktop_app.events.progress import Progress, tracked

_lock = threading.Lock()
_installed = False
_OURS = "_desktop_app_bar"


def install() -> None:
    """Let each bar of tqdm look whether its run is tracked; without tqdm there is nothing to do."""
    global _installed
    with _lock:
        if _installed:
            return
        try:
            tqdm = importlib.import_module("tqdm.std").tqdm  # by name, so that no bundle takes it along for us
        except ImportError:
            return
        _installed = True
        _follow(tqdm)


class TqdmBar:
    """A bar of tqdm's among those of a run; it keeps neither of them alive.

    Args:
        progress: of the run.
        tqdm: the bar.
    """

    def __init__(self, progress: Progress, tqdm: Any) -> None:
        self._progress = weakref.ref(progress)
        self._steps: float | None = None  # while it is gone through or disabled, tqdm does not count them all
        self._look(tqdm)
        progress.enter(self)

    def bar(self) -> Bar:
        """Return how it looks now."""
        done, total = self._done if self._steps is None else self._steps, self._total
        if self._scale is True or self._scale == 1:
            sizes = [self._format_size(size) for size in (done, total) if size is not None]
            return Bar(self._description, part_of(done, total), "/".join(sizes) + self._unit)
        if self._scale:
            done, total = done * self._scale, None if total is None else total * self._scale
        return Count(self._description, done, total, "steps" if self._unit == "it" else self._unit).bar()

    def go_through(self, tqdm: Any, steps: Iterator[Any]) -> Iterator[Any]:
        """Give its steps."""
        self._steps = tqdm.n
        try:
            for step in steps:
                yield step
                self._steps += 1
                self._tell(moved=True)
        finally:
            self.leave()

    def moved(self, tqdm: Any, n: float = 1) -> None:
        """It has been moved on by `n`."""
        if tqdm.disable:
            self._steps = (tqdm.n if self._steps is None else self._steps) + n
        self._look(tqdm)
        self._tell(moved=True)

    def refreshed(self, tqdm: Any, *_: Any, **__: Any) -> None:
        """It looks different."""
        self._look(tqdm)
        self._tell(moved=False)

    def begun_again(self, tqdm: Any, *_: Any, **__: Any) -> None:
        """It is back at its start."""
        if self._steps is not None:
            self._steps = 0
        self._look(tqdm)
        self._tell(moved=True)

    def leave(self, *_: Any) -> None:
        """It is done."""
        progress = self._progress()
        if progress is not None:
            progress.leave(self)

    def _look(self, tqdm: Any) -> None:
        """Note all that is shown, so that nobody who shows it holds what others let go of."""
        self._done: float = tqdm.n
        self._total: float | None = tqdm.total
        self._description = (getattr(tqdm, "desc", None) or "").removesuffix(": ") or None
        self._unit: str = getattr(tqdm, "unit", "it")
        self._scale: float = getattr(tqdm, "unit_scale", False)
        self._format_size = functools.partial(tqdm.format_sizeof, divisor=getattr(tqdm, "unit_divisor", 1000))

    def _tell(self, *, moved: bool) -> None:
        progress = self._progress()
        if progress is not None:
            (progress.moved if moved else progress.tell)()


def _follow(tqdm: Any) -> None:
    for name, follow in (
        ("update", TqdmBar.moved),
        ("refresh", TqdmBar.refreshed),
        ("reset", TqdmBar.begun_again),
        ("close", TqdmBar.leave),
    ):
        setattr(tqdm, name, _followed(getattr(tqdm, name), follow))
    _begin_and_iterate(tqdm)


def _followed(original: Callable[..., Any], follow: Callable[..., None]) -> Callable[..., Any]:
    """Let a method of tqdm's tell the bar of ours, if there is one."""

    @functools.wraps(original)
    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = original(self, *args, **kwargs)
        ours: TqdmBar | None = vars(self).get(_OURS)
        if ours is not None:
            follow(ours, self, *args, **kwargs)
        return result

    return method


def _begin_and_iterate(tqdm: Any) -> None:
    begin, iterate = tqdm.__init__, tqdm.__iter__

    @functools.wraps(begin)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807 - in its place
        begin(self, *args, **kwargs)
        progress = tracked.get()
        if progress is not None and _OURS not in vars(self):
            setattr(self, _OURS, TqdmBar(progress, self))

    @functools.wraps(iterate)
    def __iter__(self: Any) -> Iterator[Any]:  # noqa: N807 - in its place
        ours: TqdmBar | None = vars(self).get(_OURS)
        steps: Iterator[Any] = iterate(self)
        return steps if ours is None else ours.go_through(self, steps)

    tqdm.__init__, tqdm.__iter__ = __init__, __iter__
