"""A message that the page could not have sent, had it been ours and up to date."""

from __future__ import annotations


class Refused(Exception):
    """Says why a message is not acted upon; it goes to the log, never to the page."""
