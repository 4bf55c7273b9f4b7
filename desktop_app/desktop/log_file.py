"""The log in a file of the user's, for what went wrong while nobody watched standard error."""

from __future__ import annotations

import copy
import logging
import os
import platform
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath
from types import TracebackType

import platformdirs

from desktop_app import __version__
from desktop_app.desktop.engines.version import engine_version, pywebview_version

log = logging.getLogger("desktop_app")
SIZE, FILES = 1_000_000, 3  # bytes of one file, and how many there are, the old ones among them
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class LogFile(RotatingFileHandler):
    """A file of limited size that begins with the versions of everything, as does each that follows it.

    Args:
        path: of the file; it and a folder made for it may be read by this user only.
        versions: its first line.
        private: True leaves out what may hold a value of the user's.

    Raises:
        OSError: it cannot be written.
    """

    def __init__(self, path: Path, versions: str, *, private: bool = True) -> None:
        self._versions = versions
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        super().__init__(path, maxBytes=SIZE, backupCount=FILES - 1, encoding="utf-8", errors="backslashreplace")
        form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
        self.setFormatter(WithoutValues(form) if private else logging.Formatter(form))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, and show it as if there were no file."""
        super().emit(record)
        if logging.lastResort is not None and not self._has_others(record):
            logging.lastResort.handle(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """The disk is full, or the folder is gone: say so once, and write no more."""
        log.removeHandler(self)
        log.warning("nothing more is written to %s; this is shown instead", self.baseFilename, exc_info=True)

    def _open(self) -> TextIOWrapper:
        file = open(  # noqa: SIM115 - the handler closes it
            self.baseFilename, "a", encoding=self.encoding, errors=self.errors, opener=_private
        )
        file.write(f"{self._versions}\n")
        file.flush()
        return file

    def _has_others(self, record: logging.LogRecord) -> bool:
        """Whether logging has a place for the record beside this one; where it has none, it shows warnings itself."""
        logger: logging.Logger | None = logging.getLogger(record.name)
        while logger is not None:
            if any(handler is not self for handler in logger.handlers):
                return True
            logger = logger.parent if logger.propagate else None
        return False


class WithoutValues(logging.Formatter):
    """Leaves out what may hold a value of the user's.

    Of an exception there stay its type and where it was raised; and of what is filled into a message, numbers, names of
    files, and texts that are not marked `Private`.
    """

    def format(self, record: logging.LogRecord) -> str:
        public = copy.copy(record)
        public.exc_text = None  # another handler has put the whole there
        if isinstance(record.args, Mapping):
            public.args = {name: _public(value) for name, value in record.args.items()}
        elif record.args:
            public.args = tuple(_public(value) for value in record.args)
        return super().format(public)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - logging's name
        """Return the stacks of an exception and of those that led to it, the first one first."""
        error = ei[1]
        told: list[str] = []
        seen: set[int] = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            told.append("".join([*traceback.format_tb(error.__traceback__), _kind(error)]))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nwhich led to:\n".join(reversed(told))


@contextmanager
def log_file(app_id: str, number: int, engine: str, *, private: bool) -> Iterator[None]:
    """Write what this package logs into a file while the app runs; if that cannot be done, standard error has it.

    Args:
        app_id: names the folder.
        number: 1, or another one for each further process of the app.
        engine: what shows the windows.
        private: as for `LogFile`.
    """
    path = log_folder(app_id) / ("app.log" if number == 1 else f"app-{number}.log")
    try:
        handler = LogFile(path, versions(engine), private=private)
    except OSError as error:
        log.warning("there will be no log in a file: %s", error)
        yield
        return
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        with suppress(OSError, ValueError):  # the disk is full, which was said
            handler.close()


def log_folder(app_id: str) -> Path:
    """Return the folder where an app of this id keeps its log."""
    return platformdirs.user_log_path(app_id, appauthor=False)


def versions(engine: str) -> str:
    """Return what has to be known of a machine to understand an error on it."""
    return (
        f"desktop-blocks {__version__}, Python {platform.python_version()}, pywebview {pywebview_version()}, "
        f"{engine_version(engine)}, {platform.platform()}"
    )


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _public(value: object) -> object:
    if value is None or isinstance(value, str | int | float | PurePath):
        return value
    if isinstance(value, BaseException):
        return str(value) if getattr(value, "without_values", False) else _kind(value)
    return f"<{type(value).__name__}>"


def _kind(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return f"{name} ({error.strerror})" if isinstance(error, OSError) and error.errno else name
