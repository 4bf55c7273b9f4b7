"""Whether the page that all windows show was built."""

from __future__ import annotations

from desktop_app.desktop.page import page_url
from desktop_app.doctor.check import Check
from desktop_app.errors import PageMissing


def page() -> Check:
    """Say whether the page is there."""
    try:
        page_url()
    except PageMissing as error:
        return Check("Page", "page", "bad", "missing", str(error))
    return Check("Page", "page", "ok", "built")
