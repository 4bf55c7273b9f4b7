"""Who asks: the session that an event comes from."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Request:
    """The session behind an event, for a handler that annotates a parameter with it.

    Scripts written for a server may ask it for what a network brings along; a window brings none of that, so it is
    there and empty.

    Args:
        session_hash: names this page load of this window; new with every load.
        window: the id of the window; empty for a call by name.
        app_id: the app's name for its folders.

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

    client: ClassVar[None] = None
    username: ClassVar[None] = None
    headers: ClassVar[Mapping[str, str]] = _NOTHING
    cookies: ClassVar[Mapping[str, str]] = _NOTHING
    query_params: ClassVar[Mapping[str, str]] = _NOTHING
    path_params: ClassVar[Mapping[str, str]] = _NOTHING


current_request: ContextVar[Request | None] = ContextVar("current_request", default=None)
