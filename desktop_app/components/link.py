"""Where a button may lead."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

_SCHEMES = ("https", "http", "mailto")


def _checked(link: str | None) -> str | None:
    if link is None or urlsplit(link).scheme.lower() in _SCHEMES:
        return link
    if link.startswith("/") and not link.startswith("//"):
        return link
    raise ValueError(
        "a link begins with https://, http:// or mailto:, or is the path of a page of the app, as /settings"
    )


Link = Annotated[str | None, AfterValidator(_checked)]
