"""Who asks: the session that an event comes from."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from types import MappingProxyType

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
        client: always None: there is no network client.
        username: always None: nobody logs in to a window.
        headers: always empty.
        cookies: always empty.
        query_params: always empty.
        path_params: always empty.
    """

    session_hash: str
    window: str
    app_id: str
    client: None = None
    username: None = None
    headers: Mapping[str, str] = field(default_factory=lambda: _NOTHING, repr=False)
    cookies: Mapping[str, str] = field(default_factory=lambda: _NOTHING, repr=False)
    query_params: Mapping[str, str] = field(default_factory=lambda: _NOTHING, repr=False)
    path_params: Mapping[str, str] = field(default_factory=lambda: _NOTHING, repr=False)


current_request: ContextVar[Request | None] = ContextVar("current_request", default=None)
