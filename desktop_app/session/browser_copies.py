"""The two copies of each BrowserState entry, the page's `localStorage` and the app's store, made one at a load."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone

from desktop_app.session.page import Page
from desktop_app.state.browser_entry import decode, encode
from desktop_app.state.browser_state import BrowserState
from desktop_app.state.form import Unreadable
from desktop_app.state.shared_component import SharedComponent

log = logging.getLogger("desktop_app")


def reconcile(states: Iterable[BrowserState], stored: Mapping[str, str] | None, page: Page) -> None:
    """Let the higher revision of each entry win on both sides.

    Args:
        states: those of the app that is shown.
        stored: the entries of the page's `localStorage`, by key; None if it has none.
        page: gets what its `localStorage` is to become; what could not be read is kept there under a dated name.
    """
    for state in states:
        key = state.storage_key
        if key is None:
            continue
        found = None
        text = stored.get(key) if stored else None
        if text is not None:
            try:
                found = decode(text)
            except Unreadable as why:
                aside = f"{key} unreadable {datetime.now(timezone.utc).isoformat(timespec='seconds')}"
                log.warning("localStorage: the value of %r cannot be used, %s; it is kept as %r", key, why, aside)
                page.store(aside, text)
                page.store(key, None)
        entry = state.cell.reconcile(found)
        if entry is not None and stored is not None:
            page.store(key, encode(entry))


def forget(states: Iterable[SharedComponent], page: Page) -> None:
    """Remove the page's copy of entries that were deleted."""
    for state in states:
        if isinstance(state, BrowserState) and state.storage_key is not None:
            page.store(state.storage_key, None)
    page.flush()
