"""Who asks: the session that an event comes from."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar, NamedTuple

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Start(NamedTuple):
    """What a start of the app was given: the words after the program's name, and the folder it was started in."""

    arguments: tuple[str, ...] = ()
    folder: Path | None = None

    @classmethod
    def of_this_process(cls) -> Start:
        """Return what this process was given."""
        try:
            folder = Path.cwd()
        except FileNotFoundError:  # it was removed
            folder = None
        return cls(tuple(sys.argv[1:]), folder)


@dataclass(frozen=True)
class Request:
    """The session behind an event, for a handler that annotates a parameter with it.

    Scripts written for a server may ask it for what a network brings along; a window brings none of that, so it is
    there and empty.

    Args:
        session_hash: names this page load of this window; new with every load.
        window: the id of the window; empty for a call by name.
        app_id: the app's name for its folders.
        arguments: the words that followed the program's name at the start that opened this window, such as the names of
            files to open: at the first start, or at a later one that was handed over. Empty for a window that was
            opened otherwise.
        folder: the folder in which that start was made, which relative names of files refer to; None as well.

    Attributes:
        client: None: there is no network client.
        username: None: nobody logs in to a window.
        headers: empty, like the cookies and parameters below.
        cookies: empty.
        query_params: empty.
        path_params: empty.
    """

    session_hash: str
    window: str
    app_id: str
    arguments: tuple[str, ...] = ()
    folder: Path | None = None

    client: ClassVar[None] = None
    username: ClassVar[None] = None
    headers: ClassVar[Mapping[str, str]] = _NOTHING
    cookies: ClassVar[Mapping[str, str]] = _NOTHING
    query_params: ClassVar[Mapping[str, str]] = _NOTHING
    path_params: ClassVar[Mapping[str, str]] = _NOTHING


current_request: ContextVar[Request | None] = ContextVar("current_request", default=None)
