"""Who asks: the session that an event comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Request:
    """The session behind an event, for a handler that annotates a parameter with it.

    Args:
        session_hash: names this page load of this window; new with every load.
        window: the id of the window.
        app_id: the app's name for its folders.
        client: always None: there is no network client.
    """

    session_hash: str
    window: str
    app_id: str
    client: None = None
