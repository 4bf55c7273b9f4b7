"""How an entry of a BrowserState is written in the page's `localStorage`."""

from __future__ import annotations

import json

from pydantic import BaseModel, ConfigDict, ValidationError

from desktop_app.state.form import Unreadable
from desktop_app.state.store import Entry


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    revision: int
    version: int
    text: str


def encode(entry: Entry) -> str | None:
    """Return the text to write; None to remove it, for an entry that was deleted."""
    if entry.text is None:
        return None
    return json.dumps({"revision": entry.revision, "version": entry.version, "text": entry.text}, ensure_ascii=False)


def decode(written: str) -> Entry:
    """Return the entry of a text.

    Raises:
        Unreadable: it was not written by us.
    """
    try:
        found = _Written.model_validate_json(written)
    except ValidationError as error:
        raise Unreadable("it was not written by this app") from error
    return Entry(found.text, found.revision, found.version)
