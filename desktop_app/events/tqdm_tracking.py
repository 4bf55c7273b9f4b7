"""Showing the bars of `tqdm` that run inside a handler.

tqdm calls nobody when a bar moves on, so its class is made to: once in a process, at the first run that asks for it.
"""

from __future__ import annotations

import functools
import threading
import weakref
from collections.abc import Iterator
from typing import Any

from desktop_app.events.bar import Bar, part_of
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
            from tqdm.std import tqdm
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
        self._tqdm = weakref.ref(tqdm)
        self._steps: float | None = None  # while it is gone through or disabled, tqdm does not count them all
        progress.enter(self)

    def bar(self) -> Bar:
        """Return it as it is now."""
        tqdm = self._tqdm()
        done: float = getattr(tqdm, "n", 0) if self._steps is None else self._steps
        total: float | None = getattr(tqdm, "total", None)
        unit = getattr(tqdm, "unit", "it")
        scale = getattr(tqdm, "unit_scale", False)
        description = (getattr(tqdm, "desc", None) or "").removesuffix(": ") or None
        if scale is True or scale == 1:
            return Bar(description, part_of(done, total), _sizes(tqdm, done, total) + unit)
        if scale:
            done, total = done * scale, None if total is None else total * scale
        return Bar.counting(description, done, total, "steps" if unit == "it" else unit)

    def go_through(self, steps: Iterator[Any]) -> Iterator[Any]:
        """Give its steps."""
        self._steps = getattr(self._tqdm(), "n", 0)
        try:
            for step in steps:
                yield step
                self.moved(1)
        finally:
            self.leave()

    def moved(self, uncounted: float = 0) -> None:
        """It is another now; `uncounted` steps were done without tqdm counting them."""
        if uncounted:
            self._steps = (getattr(self._tqdm(), "n", 0) if self._steps is None else self._steps) + uncounted
        progress = self._progress()
        if progress is not None:
            progress.moved()

    def tell(self) -> None:
        """It looks different now."""
        progress = self._progress()
        if progress is not None:
            progress.tell()

    def begin_again(self) -> None:
        """It is back at its start."""
        if self._steps is not None:
            self._steps = 0
        self.moved()

    def leave(self) -> None:
        """It is done."""
        progress = self._progress()
        if progress is not None:
            progress.leave(self)


def _sizes(tqdm: Any, done: float, total: float | None) -> str:
    sizes = [tqdm.format_sizeof(size, divisor=tqdm.unit_divisor) for size in (done, total) if size is not None]
    return "/".join(sizes)


def _follow(tqdm: Any) -> None:
    def then(name: str, follow: Any) -> None:
        """Let a method of tqdm's tell the bar of ours, if there is one."""
        original = getattr(tqdm, name)

        @functools.wraps(original)
        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            result = original(self, *args, **kwargs)
            ours: TqdmBar | None = vars(self).get(_OURS)
            if ours is not None:
                follow(ours, self, *args, **kwargs)
            return result

        setattr(tqdm, name, method)

    def moved(ours: TqdmBar, self: Any, n: float = 1) -> None:
        ours.moved(n if self.disable else 0)

    then("update", moved)
    then("refresh", lambda ours, *_, **__: ours.tell())
    then("reset", lambda ours, *_, **__: ours.begin_again())
    then("close", lambda ours, *_, **__: ours.leave())
    _begin_and_iterate(tqdm)


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
        return steps if ours is None else ours.go_through(steps)

    tqdm.__init__, tqdm.__iter__ = __init__, __iter__
