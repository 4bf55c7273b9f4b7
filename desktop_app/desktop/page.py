"""The built page that every window shows."""

from __future__ import annotations

from pathlib import Path

from desktop_app.errors import PageMissing

PAGE = Path(__file__).resolve().parent.parent / "page" / "index.html"


def page_url() -> str:
    """Return the `file:` URL of the page.

    Raises:
        PageMissing: it was not built.
    """
    if not PAGE.is_file():
        raise PageMissing(
            f"The page is missing: {PAGE}. In a checkout build it with `make page`; an installed package without it is "
            "broken: reinstall desktop-blocks."
        )
    return PAGE.as_uri()
