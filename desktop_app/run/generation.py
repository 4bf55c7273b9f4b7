"""One more run of a script whose windows are open."""

from __future__ import annotations

import threading
from collections.abc import Callable

from desktop_app.blocks.blocks import Blocks

GRACE = 2.0  # seconds for what follows a launch, at the end


class Superseded(BaseException):
    """Raised in the `launch` of a script when another run of it has taken its place: what is around it is left."""


class Generation:
    """Runs a script on a thread of its own, which stays in `launch` as long as its app is shown.

    So what a script closes after its launch, by `with` or `finally`, is open until then.

    Args:
        run: runs the script, and returns the app of one that launches none.
    """

    def __init__(self, run: Callable[[], Blocks]) -> None:
        self._run = run
        self._known = threading.Event()  # what comes of it
        self._over = threading.Event()
        self._blocks: Blocks | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._live, name="script", daemon=True)

    def blocks(self) -> Blocks:
        """Run the script, and return its app.

        Raises:
            Exception: whatever the script raises.
            RuntimeError: it ends by sys.exit().
        """
        self._thread.start()
        self._known.wait()
        if isinstance(self._error, SystemExit):
            raise RuntimeError(f"it ended by sys.exit({self._error.code!r})") from self._error
        if self._error is not None:
            raise self._error
        assert self._blocks is not None
        return self._blocks

    @property
    def is_here(self) -> bool:
        """Whether this thread is the one that runs it."""
        return threading.current_thread() is self._thread

    def launched(self, blocks: Blocks) -> None:
        """Stay here, in the `launch` of the script, until it is over.

        Raises:
            Superseded: it is.
        """
        self._blocks = blocks
        self._known.set()
        self._over.wait()
        raise Superseded

    def end(self, wait: float = 0) -> None:
        """Let it leave its launch, and wait for so many seconds until it has."""
        self._over.set()
        if wait and self._thread.is_alive():
            self._thread.join(wait)

    def _live(self) -> None:
        try:
            self._blocks = self._run()
        except Superseded:
            return
        except BaseException as error:
            if self._known.is_set():  # it is raised by what follows the launch: Python shows that itself
                raise
            self._error = error
        finally:
            self._known.set()
