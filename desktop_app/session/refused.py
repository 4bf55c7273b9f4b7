"""A message that the page could not have sent, had it been ours and up to date."""

from __future__ import annotations

from pydantic import ValidationError

LONGEST_REASON = 300  # characters


class Refused(Exception):
    """Says why a message is not acted upon; it goes to the log, never to the page.

    Args:
        why: in one line; what the page could have made long or put line breaks into is cut and escaped.
    """

    def __init__(self, why: str) -> None:
        line = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in why[:LONGEST_REASON])
        super().__init__(line + "…" if len(why) > LONGEST_REASON else line)


def reason(error: ValueError) -> str:
    """Tell what is wrong with a value without telling the value, which is nobody's but the user's: ": why", or ""."""
    if not isinstance(error, ValidationError):
        return ""
    problem = error.errors(include_url=False, include_input=False, include_context=False)[0]
    return "" if problem["type"] in ("value_error", "assertion_error") else f": {problem['msg']}"
