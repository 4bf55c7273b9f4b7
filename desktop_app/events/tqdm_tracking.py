"""Showing the bars of `tqdm` that run inside a handler.

tqdm calls nobody when a bar moves on, so its class is made to: once in a process, at the first run that asks for it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

from desktop_app.events.progress import Bar, Progress, count, part, tracked

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
    """A bar of tqdm's among those of a run.

    Args:
        progress: of the run.
        tqdm: the bar.
    """

    def __init__(self, progress: Progress, tqdm: Any) -> None:
        self._progress = progress
        self._tqdm = tqdm
        self._done: float = getattr(tqdm, "n", 0)
        progress.enter(self)

    def bar(self) -> Bar:
        """Return it as it is now."""
        total = getattr(self._tqdm, "total", None)
        unit = {"it": "steps"}.get(unit := getattr(self._tqdm, "unit", "it"), unit)
        return Bar(getattr(self._tqdm, "desc", None) or None, part(self._done, total), count(self._done, total, unit))

    def update(self, n: float = 1) -> None:
        """It has moved on."""
        self._done += n
        self._progress.refresh()

    def catch_up(self) -> None:
        """It knows best how far it is, if it was not gone through."""
        self._done = max(self._done, getattr(self._tqdm, "n", 0))
        self._progress.refresh()

    def leave(self) -> None:
        """It is done."""
        self._progress.leave(self)

    def go_through(self, steps: Iterator[Any]) -> Iterator[Any]:
        """Give its steps."""
        try:
            for step in steps:
                yield step
                self.update()
        finally:
            self.leave()


def _follow(tqdm: Any) -> None:
    begin, update, close, iterate = tqdm.__init__, tqdm.update, tqdm.close, tqdm.__iter__

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807 - in its place
        begin(self, *args, **kwargs)
        progress = tracked.get()
        if progress is not None and _OURS not in vars(self):
            setattr(self, _OURS, TqdmBar(progress, self))

    def __iter__(self: Any) -> Iterator[Any]:  # noqa: N807 - in its place
        ours: TqdmBar | None = vars(self).get(_OURS)
        steps: Iterator[Any] = iterate(self)
        return steps if ours is None else ours.go_through(steps)

    def moved(self: Any, n: float = 1) -> Any:
        shown = update(self, n)
        ours: TqdmBar | None = vars(self).get(_OURS)
        if ours is not None:
            ours.catch_up()
        return shown

    def ended(self: Any) -> None:
        ours: TqdmBar | None = vars(self).get(_OURS)
        if ours is not None:
            ours.leave()
        close(self)

    tqdm.__init__, tqdm.__iter__, tqdm.update, tqdm.close = __init__, __iter__, moved, ended
